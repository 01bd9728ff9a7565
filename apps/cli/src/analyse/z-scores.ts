import { parseArgs } from 'node:util'
import { zScores } from '@semai/analytics/judging/standard-scores'
import type { ExitCode } from '../commands.ts'
import { named, readingOptions, readingsOf, tell } from './readings.ts'
import { analysed } from './table.ts'

/** Scores standardised within each judge. */
export async function run(argv: string[]): Promise<ExitCode> {
  const { values } = parseArgs({ args: argv, options: readingOptions })
  const { readings } = await readingsOf(values)
  const { z, entry, judges, warnings } = analysed(() => zScores(readings))
  const rows = entry.names.map((name, i) => ({
    entry: name,
    readings: entry.count[i],
    raw_mean: entry.rawMean[i],
    z: entry.z[i],
  }))
  const result = {
    entry: named(entry.names, entry.z),
    count: named(entry.names, entry.count),
    rawMean: named(entry.names, entry.rawMean),
    judges,
    readings: readings.map((reading, r) => ({ ...reading, z: z[r] })),
    warnings,
  }
  tell(values, result, rows)
  return 0
}
