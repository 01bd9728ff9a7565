import { parseArgs } from 'node:util'
import { beforeAfter } from '@semai/analytics/effects/before-after'
import type { PanelRow } from '@semai/analytics/effects/panel'
import { staggeredEffects } from '@semai/analytics/effects/staggered-effects'
import type { BandedEstimate, Interval, StaggeredEffects } from '@semai/analytics/effects/staggered-effects'
import { Refusal } from '@semai/domain/refusal'
import type { ExitCode } from '../commands.ts'
import { needed, numberOption, onlyOf, printJson, printTable, seedOf } from './answer.ts'
import { analysed, cellRefusal, fullColumn, numberColumn, readTable } from './table.ts'
import type { Table } from './table.ts'

/** What something changed that came to units at different times; or, for one unit, its mean before and after. */
export async function run(argv: string[]): Promise<ExitCode> {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      input: { type: 'string' },
      unit: { type: 'string', default: 'unit' },
      time: { type: 'string', default: 'time' },
      first: { type: 'string', default: 'first' },
      outcome: { type: 'string', default: 'outcome' },
      only: { type: 'string' },
      comparison: { type: 'string', default: 'not-yet' },
      'minimum-treated': { type: 'string', default: '20' },
      'minimum-comparisons': { type: 'string', default: '5' },
      confidence: { type: 'string', default: '0.95' },
      bootstrap: { type: 'string', default: '999' },
      seed: { type: 'string', default: '1' },
      json: { type: 'boolean', default: false },
    },
  })
  const rows = rowsOf(await readTable(fileOf(values.input, positionals)), values)
  const confidence = numberOption('confidence', values.confidence)
  if (values.only !== undefined) return answerOne(rows, values.only, { confidence, json: values.json })
  const options = {
    comparison: onlyOf('comparison', values.comparison, ['not-yet', 'never'] as const),
    minimumTreated: numberOption('minimum-treated', values['minimum-treated'], { min: 2, whole: true }),
    minimumComparisons: numberOption('minimum-comparisons', values['minimum-comparisons'], atLeastTwo),
    confidence,
    replicates: numberOption('bootstrap', values.bootstrap, { min: 2, max: 100_000, whole: true }),
    seed: seedOf(values.seed),
  }
  const found = analysed(() => staggeredEffects(rows, options))
  if (values.json) printJson(found)
  else printReadable(found)
  return 0
}

const atLeastTwo = { min: 2, whole: true }

function fileOf(input: string | undefined, positionals: readonly string[]): string {
  const files = [...(input === undefined ? [] : [input]), ...positionals]
  if (files.length > 1) throw new Refusal('invalid', `One file at a time; found ${files.join(', ')}.`)
  return needed('input', files[0])
}

type Names = Record<'unit' | 'time' | 'first' | 'outcome', string>

function rowsOf(table: Table, names: Names): PanelRow[] {
  const units = fullColumn(table, names.unit)
  const times = numberColumn(table, names.time)
  const firsts = numberColumn(table, names.first, { empty: 'nan' })
  const outcomes = numberColumn(table, names.outcome, { empty: 'nan' })
  const known = (value: number) => (Number.isNaN(value) ? null : value)
  const whole = (column: string, row: number, value: number) => {
    if (Number.isInteger(value)) return
    throw cellRefusal(table, row, column, `"${value}" is not a whole period`)
  }
  return units.map((unit, row) => {
    whole(names.time, row, times[row]!)
    if (!Number.isNaN(firsts[row])) whole(names.first, row, firsts[row]!)
    return { unit, time: times[row]!, first: known(firsts[row]!), outcome: known(outcomes[row]!) }
  })
}

/** Before and after of one unit, with what that can not tell. */
function answerOne(
  rows: readonly PanelRow[],
  unit: string,
  { confidence, json }: { confidence: number; json: boolean },
): ExitCode {
  const own = rows.filter((row) => row.unit === unit)
  const first = own[0]?.first
  if (own.length === 0) throw new Refusal('invalid', `No row is of unit "${unit}".`)
  if (first === undefined || first === null || own.some((row) => row.first !== first))
    throw new Refusal('invalid', `Unit "${unit}" needs one first period, the same in all its rows.`)
  const series = { time: own.map(({ time }) => time), outcome: own.map(({ outcome }) => outcome ?? NaN) }
  const found = analysed(() => beforeAfter(series, first, { confidence }))
  if (json) printJson({ unit, first, confidence, ...found })
  else {
    printTable([
      { side: 'before', ...found.before },
      { side: 'after', ...found.after },
    ])
    console.log(
      `difference ${found.difference.toPrecision(6)} (${found.lower.toPrecision(6)} to ${found.upper.toPrecision(6)})`,
    )
    console.log(`limits: ${found.limits.join(', ')}`)
  }
  return 0
}

function printReadable(found: StaggeredEffects): void {
  const limits = ({ lower, upper }: Interval) => ({ lower, upper })
  const banded = ({ effect, se, pointwise, simultaneous: band }: BandedEstimate) => ({
    effect,
    se,
    ...limits(pointwise),
    'band lower': band.lower,
    'band upper': band.upper,
  })
  const { overall, byGroup, byEventTime, placebo } = found
  printTable([
    {
      'treated units': overall.treated,
      effect: overall.effect,
      se: overall.se,
      ...limits(overall.pointwise),
    },
  ])
  printTable(byGroup.map((part) => ({ 'first period': part.group, units: part.treated, ...banded(part) })))
  printTable(
    byEventTime.map((part) => ({ 'since start': part.eventTime, units: part.treated, ...banded(part) })),
  )
  if (placebo) console.log(`before treatment: chance alone goes as far with p ${placebo.p.toPrecision(3)}`)
  const counts = [
    [found.alwaysTreated.length, 'treated from the first period on'],
    [found.withoutBase.length, 'treated, without an outcome in the period before or in another'],
  ] as const
  for (const [count, what] of counts) if (count > 0) console.log(`left out: ${count} units ${what}`)
  if (found.refused.length > 0) console.log(`groups and periods with too few units: ${found.refused.length}`)
}
