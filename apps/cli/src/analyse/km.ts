import { parseArgs } from 'node:util'
import { kaplanMeier, survivalTime } from '@semai/analytics/survival/kaplan-meier'
import type { SurvivalCurve } from '@semai/analytics/survival/kaplan-meier'
import type { BandScale } from '@semai/analytics/survival/bands'
import { logRank, pickRows } from '@semai/analytics/survival/log-rank'
import type { SurvivalRows } from '@semai/analytics/survival/risk-order'
import type { ExitCode } from '../commands.ts'
import { needed, numberOption, onlyOf, printJson, printTable } from './answer.ts'
import { nested, omittedText, warn } from './estimates-answer.ts'
import { atTimes, groupsIn, numberList } from './curve-groups.ts'
import type { CurveGroup } from './curve-groups.ts'
import { modelFrame } from './model-frame.ts'
import { survivalFormula, survivalOptions, survivalRows } from './survival-input.ts'
import { analysed, readTable } from './table.ts'

const scales: Record<string, BandScale> = { plain: 'plain', log: 'log', 'log-log': 'logLog' }

/** Kaplan–Meier and Nelson–Aalen by group, with the log-rank test where there are groups. */
export async function run(argv: string[]): Promise<ExitCode> {
  const { values } = parseArgs({
    args: argv,
    options: {
      ...survivalOptions,
      group: { type: 'string' },
      bands: { type: 'string', default: 'log-log' },
      rho: { type: 'string', default: '0' },
      times: { type: 'string' },
      quantiles: { type: 'string', default: '0.25,0.5,0.75' },
    },
  })
  const scale = scales[onlyOf('bands', values.bands, Object.keys(scales))]!
  const options = {
    scale,
    confidence: numberOption('confidence', values.confidence),
    times: numberList('times', values.times),
    quantiles: numberList('quantiles', values.quantiles, { min: 0, max: 1 })!,
  }
  const rho = numberOption('rho', values.rho, { min: 0 })
  const table = await readTable(needed('input', values.input))
  const frame = modelFrame(table, survivalFormula(values, values.group), { ...values, always: true })
  const { rows, notes } = survivalRows(table, frame)
  const { groups, labels } = groupsIn(frame)
  const curves = groups.map((group) => curveOf(rows, group, options))
  const test = groups.length > 1 ? analysed(() => logRank(rows, labels, { strata: frame.strata, rho })) : null
  const empty = curves.flatMap(({ group, events }) =>
    events === 0 ? [`${group}: there are no events.`] : [],
  )
  const warnings = [...notes, ...omittedText(frame.omitted), ...empty]
  warn(warnings)
  const tested = test && inOrder(test, groups)
  const all = { n: rows.stop.length, omitted: frame.omitted, confidence: options.confidence }
  if (values.json) printJson({ ...all, bands: values.bands, groups: curves, logRank: tested, warnings })
  else print(curves, tested, scale)
  return 0
}

type Asked = { scale: BandScale; confidence: number; times: number[] | undefined; quantiles: number[] }

/** Everything known of one group; lower and upper are those of the scale asked for, `bands` has all three. */
function curveOf(
  rows: SurvivalRows,
  { label, members }: CurveGroup,
  { scale, confidence, times, quantiles }: Asked,
) {
  const curve = analysed(() => kaplanMeier(pickRows(rows, members), confidence))
  const { events, censored, ...lists } = curve
  const timeOf = (share: number) => {
    const { time, limits } = survivalTime(curve, 1 - share)
    return { share, time, ...limits[scale], limits }
  }
  return {
    group: label,
    n: curve.rows,
    events: events.reduce((sum, count) => sum + count, 0),
    median: timeOf(0.5),
    quantiles: quantiles.map(timeOf),
    curve: {
      time: lists.time,
      nRisk: lists.atRisk,
      nEvent: events,
      nCensor: censored,
      survival: lists.survival,
      se: lists.se,
      lower: lists.bands[scale].lower,
      upper: lists.bands[scale].upper,
      bands: lists.bands,
      cumulativeHazard: lists.cumulativeHazard,
      cumulativeHazardSe: lists.cumulativeHazardSe,
    },
    ...(times && { atTimes: atTimes(times, pickRows(rows, members), curve.time, columnsOf(curve, scale)) }),
  }
}

function columnsOf({ survival, se, bands, cumulativeHazard }: SurvivalCurve, scale: BandScale) {
  return {
    survival: { values: survival, before: 1 },
    se: { values: se, before: 0 },
    lower: { values: bands[scale].lower, before: 1 },
    upper: { values: bands[scale].upper, before: 1 },
    cumulativeHazard: { values: cumulativeHazard, before: 0 },
  }
}

/** The test's groups in the order of the curves. */
function inOrder(test: ReturnType<typeof logRank>, groups: readonly CurveGroup[]) {
  const places = groups.map(({ label }) => test.groups.indexOf(label))
  const variance = nested(test.variance)
  return {
    chiSquare: test.chiSquare,
    df: test.df,
    p: test.p,
    groups: places.map((place) => ({
      group: test.groups[place]!,
      n: test.rows[place]!,
      observed: test.observed[place]!,
      expected: test.expected[place]!,
    })),
    variance: places.map((a) => places.map((b) => variance[a]![b]!)),
  }
}

function print(
  curves: ReturnType<typeof curveOf>[],
  test: ReturnType<typeof inOrder> | null,
  scale: BandScale,
): void {
  for (const { group, n, events, median, curve } of curves) {
    console.log(
      `${group}: ${n} rows, ${events} events, median ${shown(median.time)} (${shown(median.lower)} to ${shown(median.upper)})`,
    )
    printTable(
      Array.from(curve.time, (time, i) => ({
        time,
        'at risk': curve.nRisk[i],
        events: curve.nEvent[i],
        censored: curve.nCensor[i],
        survival: curve.survival[i],
        se: curve.se[i],
        [`lower (${scale})`]: curve.lower[i],
        upper: curve.upper[i],
        hazard: curve.cumulativeHazard[i],
      })),
    )
  }
  if (!test) return
  printTable(test.groups)
  console.log(`log-rank: chi-square ${test.chiSquare.toFixed(4)} on ${test.df}, p ${test.p.toPrecision(4)}`)
}

function shown(time: number): string {
  return Number.isNaN(time) ? 'not reached' : String(time)
}
