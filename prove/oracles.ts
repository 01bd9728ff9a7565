// `npm run prove:oracles -- FOLDER`: every published case in FOLDER (one folder a case, with its input files and an
// expected.json) against the command line, through the maps in packages/analytics/cases.
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { runCase } from './oracles/run-case.ts'

const cases = join(import.meta.dirname, '../packages/analytics/cases')
const folder = process.argv[2] ?? cases
let wrong = 0
for (const name of readdirSync(folder).sort()) {
  if (!existsSync(join(cases, name, 'map.json'))) continue
  const result = await runCase(name, join(folder, name))
  if (result === null) continue
  wrong += result.off.length
  console.log(`${name}: ${result.compared} numbers compared, ${result.off.length} off`)
  for (const says of result.off) console.log(`  ${says}`)
}
process.exitCode = wrong === 0 ? 0 : 1
