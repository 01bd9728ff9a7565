// npm run prove:backup: a backup taken while others write, restored into an empty folder, gives the same pages, byte for
// byte. The writes go to a table those pages do not show. Ends with 1 when anything differs.
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { samePages } from './backup/same-pages.ts'

const folder = await mkdtemp(join(tmpdir(), 'semai-prove-backup-'))
await chmod(folder, 0o755) // run as root, the database's own account must get through
const { DATABASE_URL: _server, PORT: _port, ...env } = process.env
try {
  const found = await samePages({ env, folder, progress: (line) => console.log(line) })
  for (const { path, status, bytes, sha256 } of found.pages) {
    console.log(`${path.padEnd(32)} ${status} ${String(bytes).padStart(8)} bytes  ${sha256.slice(0, 16)}`)
  }
  const { before, during } = found.writes
  console.log(
    `${before} writes before the backup, ${during} during; ${found.restoredWrites} of them restored`,
  )
  for (const fault of found.faults) console.log(`WRONG: ${fault}`)
  console.log(
    found.faults.length === 0 ? `${found.pages.length} pages are the same bytes` : 'The proof failed',
  )
  if (found.faults.length > 0) process.exitCode = 1
} finally {
  await rm(folder, { recursive: true, force: true })
}
