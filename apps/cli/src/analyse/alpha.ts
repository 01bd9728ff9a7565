import { parseArgs } from 'node:util'
import { krippendorff } from '@semai/analytics/judging/krippendorff'
import type { Alpha, AlphaMetric, Rating } from '@semai/analytics/judging/krippendorff'
import type { ExitCode } from '../commands.ts'
import { needed, onlyOf, printJson, printTable } from './answer.ts'
import { analysed, fullColumn, numberColumn, readTable } from './table.ts'

const metrics: readonly AlphaMetric[] = ['nominal', 'ordinal', 'interval', 'ratio']

/** Agreement of raters on plain ratings, one row a rating. */
export async function run(argv: string[]): Promise<ExitCode> {
  const { values } = parseArgs({
    args: argv,
    options: {
      input: { type: 'string' },
      rater: { type: 'string', default: 'rater' },
      unit: { type: 'string', default: 'unit' },
      value: { type: 'string', default: 'value' },
      metric: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  })
  const asked = values.metric === undefined ? metrics : [onlyOf('metric', values.metric, metrics)]
  const ratings = await ratingsOf(needed('input', values.input), values)
  const result = Object.fromEntries(
    asked.map((metric): [string, Alpha] => [metric, analysed(() => krippendorff(ratings, metric))]),
  )
  if (values.json) printJson(result)
  else printTable(Object.entries(result).map(([metric, alpha]) => ({ metric, ...alpha })))
  return 0
}

async function ratingsOf(
  file: string,
  names: { rater: string; unit: string; value: string },
): Promise<Rating[]> {
  const table = await readTable(file)
  const raters = fullColumn(table, names.rater)
  const units = fullColumn(table, names.unit)
  const numbers = numberColumn(table, names.value, { empty: 'nan' })
  return raters.flatMap((rater, i) =>
    Number.isNaN(numbers[i]) ? [] : [{ rater, unit: units[i]!, value: numbers[i]! }],
  )
}
