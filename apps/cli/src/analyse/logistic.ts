import { parseArgs } from 'node:util'
import { fitLogistic, logisticBands, logisticBootstrap } from '@semai/analytics/curves/logistic'
import type { ExitCode } from '../commands.ts'
import { needed, numberOption, printJson } from './answer.ts'
import { bootstrapOf, ceilingOf, countsOfDates, curveOptions, printBands, printFit } from './curve-input.ts'
import { analysed, numberColumn, readTable } from './table.ts'
import type { Table } from './table.ts'

/** The logistic curve through points, or through the running total of dates of adoption. */
export async function run(argv: string[]): Promise<ExitCode> {
  const { values } = parseArgs({
    args: argv,
    options: {
      ...curveOptions,
      x: { type: 'string', default: 'x' },
      y: { type: 'string', default: 'y' },
      at: { type: 'string' },
    },
  })
  const table = await readTable(needed('input', values.input))
  const { x, y, dates } = pointsOf(table, values)
  const level = numberOption('level', values.level)
  const fit = analysed(() => fitLogistic(x, y, { ceiling: ceilingOf(values), level }))
  const at = values.at?.split(',').map((text) => numberOption('at', text)) ?? []
  const forecast = { x: at, ...logisticBands(fit, at) }
  const bootstrap = bootstrapOf(values, (options) => logisticBootstrap(fit, options))
  if (values.json) printJson({ n: x.length, ...fit, y, dates, forecast, bootstrap })
  else {
    printFit(fit)
    if (at.length > 0) console.log()
    printBands('x', at, forecast)
  }
  return 0
}

/** Columns as they are; or, from dates, the end of each period (in years) and how many had adopted by then. */
function pointsOf(
  table: Table,
  options: {
    x: string
    y: string
    dates?: string
    precision?: string
    by: string
    from?: string
    until?: string
  },
) {
  const { dates } = options
  if (dates === undefined)
    return { x: numberColumn(table, options.x), y: numberColumn(table, options.y), dates: null }
  const { counts, start, length, dates: periods } = countsOfDates(table, { ...options, dates })
  let sofar = 0
  return {
    x: counts.map((_, i) => start + (i + 1) * length),
    y: counts.map((count) => (sofar += count)),
    dates: periods,
  }
}
