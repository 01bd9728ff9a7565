// npm run prove:imports [-- N]: N imports (200), each killed with SIGKILL at a random moment, before, in or just after its commit; each left everything or nothing.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openReady } from '@semai/store/db/ready'
import { killImports } from '@semai/testkit/killed-imports'

const times = Number(process.argv[2] ?? 200)
const folder = await mkdtemp(join(tmpdir(), 'semai-prove-imports-'))
const progress = (line: string) => console.error(line)
const env = { ...process.env, SEMAI_DATA: join(folder, 'data') }
const { pool, close } = await openReady({ role: 'owner' }, env, progress)
try {
  const moments = Array.from({ length: times }, () => 0.2 + 1.2 * Math.random())
  const result = await killImports({ env, pool, folder, rows: 1_000, moments, progress })
  console.log(JSON.stringify(result))
  if (result.partial > 0 || result.killed < times / 2) process.exitCode = 1
} finally {
  await close()
  await rm(folder, { recursive: true })
}
