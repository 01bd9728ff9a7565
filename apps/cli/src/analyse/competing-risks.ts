import { parseArgs } from 'node:util'
import { aalenJohansen } from '@semai/analytics/survival/aalen-johansen'
import type { Band, BandScale } from '@semai/analytics/survival/bands'
import { pickRows } from '@semai/analytics/survival/log-rank'
import type { SurvivalRows } from '@semai/analytics/survival/risk-order'
import type { ExitCode } from '../commands.ts'
import { needed, numberOption, onlyOf, printJson, printTable } from './answer.ts'
import { atTimes, groupsIn, numberList } from './curve-groups.ts'
import type { CurveGroup } from './curve-groups.ts'
import { omittedText, warn } from './estimates-answer.ts'
import { modelFrame } from './model-frame.ts'
import { competingRows, survivalFormula, survivalOptions } from './survival-input.ts'
import { analysed, readTable } from './table.ts'

const scales: Record<string, BandScale> = { plain: 'plain', log: 'log', 'log-log': 'logLog' }

/** Cumulative incidence of each kind of event by group. */
export async function run(argv: string[]): Promise<ExitCode> {
  const { values } = parseArgs({
    args: argv,
    options: {
      ...survivalOptions,
      group: { type: 'string' },
      censored: { type: 'string' },
      bands: { type: 'string', default: 'log-log' },
      times: { type: 'string' },
    },
  })
  const scale = scales[onlyOf('bands', values.bands, Object.keys(scales))]!
  const confidence = numberOption('confidence', values.confidence)
  const times = numberList('times', values.times)
  const table = await readTable(needed('input', values.input))
  const frame = modelFrame(table, survivalFormula(values, values.group), { always: true })
  const { rows, kinds, notes } = competingRows(table, frame, values.censored)
  const asked = { kinds, scale, confidence, times }
  const curves = groupsIn(frame).groups.map((group) => incidencesOf(rows, group, asked))
  const warnings = [...notes, ...omittedText(frame.omitted)]
  warn(warnings)
  const all = { n: rows.stop.length, omitted: frame.omitted, kinds, confidence, bands: values.bands }
  if (values.json) printJson({ ...all, groups: curves, warnings })
  else print(curves)
  return 0
}

type Asked = { kinds: string[]; scale: BandScale; confidence: number; times: number[] | undefined }

function incidencesOf(rows: SurvivalRows, { label, members }: CurveGroup, asked: Asked) {
  const own = pickRows(rows, members)
  const { kinds, scale, confidence, times } = asked
  const found = analysed(() => aalenJohansen(own, kinds.length, confidence))
  const incidences = found.kinds.map(({ events, share, se, bands }, i) => ({
    kind: kinds[i]!,
    events: events.reduce((sum, count) => sum + count, 0),
    nEvent: events,
    incidence: share,
    se,
    lower: bands[scale].lower,
    upper: bands[scale].upper,
    bands,
    ...(times && { atTimes: atTimes(times, own, found.time, stepsOf(share, se, bands[scale])) }),
  }))
  const { time, atRisk, censored, eventFree } = found
  return {
    group: label,
    n: found.rows,
    time,
    nRisk: atRisk,
    nCensor: censored,
    eventFree,
    kinds: incidences,
    ...(times && { atTimes: atTimes(times, own, time, { eventFree: { values: eventFree, before: 1 } }) }),
  }
}

function stepsOf(share: Float64Array, se: Float64Array, { lower, upper }: Band) {
  const from = (values: Float64Array) => ({ values, before: 0 })
  return { incidence: from(share), se: from(se), lower: from(lower), upper: from(upper) }
}

function print(curves: ReturnType<typeof incidencesOf>[]): void {
  for (const { group, n, time, nRisk, eventFree, kinds } of curves) {
    console.log(`${group}: ${n} rows, ${kinds.map(({ kind, events }) => `${events} of ${kind}`).join(', ')}`)
    printTable(
      Array.from(time, (at, i) => ({
        time: at,
        'at risk': nRisk[i],
        'event-free': eventFree[i],
        ...Object.fromEntries(
          kinds.flatMap(({ kind, incidence, se }) => [
            [`share ${kind}`, incidence[i]],
            [`se ${kind}`, se[i]],
          ]),
        ),
      })),
    )
  }
}
