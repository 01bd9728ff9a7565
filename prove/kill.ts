// npm run prove:kill [-- N]: N rounds (20) of writing and SIGKILL on the embedded database; every confirmed write must
// be there after the restart, whole, and no process left behind. Ends with 1 when anything is lost.
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { killRounds } from './kill/rounds.ts'

const rounds = Number(process.argv[2] ?? 20)
const folder = await mkdtemp(join(tmpdir(), 'semai-prove-kill-'))
await chmod(folder, 0o755) // run as root, the database's own account must get through
const { DATABASE_URL: _, ...environment } = process.env
try {
  const env = { ...environment, SEMAI_DATA: join(folder, 'data') }
  const proof = await killRounds({ env, folder, rounds, progress: (line) => console.log(line) })
  const well = proof.rounds.filter(({ lost }) => lost.length === 0)
  const confirmed = proof.rounds.reduce((sum, { acknowledged }) => sum + acknowledged, 0)
  console.log(`${well.length} of ${rounds} rounds without loss; ${confirmed} confirmed writes`)
  if (well.length < rounds || !proof.durability.well) process.exitCode = 1
} finally {
  await rm(folder, { recursive: true, force: true })
}
