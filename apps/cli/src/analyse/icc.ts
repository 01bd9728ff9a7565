import { parseArgs } from 'node:util'
import { intraclass } from '@semai/analytics/judging/intraclass'
import type { ExitCode } from '../commands.ts'
import { numberOption } from './answer.ts'
import { readingOptions, readingsOf, tell } from './readings.ts'
import { analysed } from './table.ts'

/** Six intraclass correlations of a complete table of entries and judges. */
export async function run(argv: string[]): Promise<ExitCode> {
  const { criterion: _, ...options } = readingOptions
  const { values } = parseArgs({
    args: argv,
    options: { ...options, level: { type: 'string', default: '0.95' } },
  })
  const { readings } = await readingsOf(values)
  const level = numberOption('level', values.level)
  const { forms, ...rest } = analysed(() => intraclass(readings, { level }))
  const result = { ...rest, ...forms }
  tell(
    values,
    result,
    Object.entries(forms).map(([form, own]) => ({ form, ...own })),
  )
  return 0
}
