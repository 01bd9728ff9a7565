import { curveOf, type Curve, type CurveSize, type OfficialCount } from './curve.ts'
import type { SpreadEvent } from './cumulative.ts'
import { short } from './path.ts'

/** A fitted curve, and the years after its last one. */
export type ShownModel = {
  curve: readonly { time: number; total: number }[]
  /** The last year it was fitted to, and how many there were by its end. */
  until: number
  reached: number
  ahead: readonly { year: number; total: { mean: number; lower: number; upper: number } }[]
}

/** Axes that two curves beside each other share. */
export type SharedAxes = { from: string; until: string; height: number }

/** Everything the picture draws beside the step line, in px of its view box. */
export type ModelCurve = {
  base: Curve
  ceilingY: number
  /** The fitted curve, over the years it was fitted to. */
  fitted: string
  /** The years ahead: the middle, and the band in which 95 of 100 should end. */
  middle: string
  band: string
  /** Where the band ends. */
  end: { x: number; mean: number; lower: number; upper: number } | null
  /** The last point of the step line. */
  own: { x: number; y: number }
}

type Drawn = {
  events: readonly SpreadEvent[]
  official: readonly OfficialCount[]
  ceiling: number
  model: ShownModel | null
  /** Last day of which anything is known. */
  known: string
  axes: SharedAxes
}

/** The axes of one curve: whole years, up to the ceiling. */
export function axesOf(
  events: readonly SpreadEvent[],
  { model, ceiling, known }: Pick<Drawn, 'model' | 'ceiling' | 'known'>,
): SharedAxes {
  const first = events.flatMap(({ earliest }) => (earliest ? [earliest] : [])).toSorted()[0] ?? known
  const lastAhead = model?.ahead.at(-1)?.year ?? 0
  const last = Math.max(lastAhead, Number(known.slice(0, 4)))
  return { from: `${first.slice(0, 4)}-01-01`, until: `${last}-12-31`, height: ceiling }
}

/** The axes that hold all of these. */
export function sharedAxes(axes: readonly SharedAxes[]): SharedAxes {
  return {
    from: axes.map(({ from }) => from).toSorted()[0]!,
    until: axes
      .map(({ until }) => until)
      .toSorted()
      .at(-1)!,
    height: Math.max(...axes.map(({ height }) => height)),
  }
}

/** The step line of what is dated, the curve through it, and the band of what may come. */
export function modelCurve(drawn: Drawn, size: CurveSize): ModelCurve {
  const { events, official, ceiling, model, known, axes } = drawn
  const base = curveOf(events, { size, ...axes, official, drawnUntil: known })
  const start = Number(axes.from.slice(0, 4))
  const at = (time: number, total: number) => `${short(base.x(dayOf(time)))} ${short(base.y(total))}`
  const isFitted = ({ time }: { time: number }) => model !== null && time >= start && time <= model.until + 1
  const line = (points: readonly string[]) => (points.length < 2 ? '' : `M${points.join('L')}`)
  const ahead = model?.ahead ?? []
  const begin = model ? at(model.until + 1, model.reached) : ''
  const last = ahead.at(-1)
  return {
    base,
    ceilingY: base.y(ceiling),
    fitted: line((model?.curve ?? []).filter(isFitted).map((one) => at(one.time, one.total))),
    middle: line([begin, ...ahead.map(({ year, total }) => at(year + 1, total.mean))]),
    band: last
      ? `${line([begin, ...ahead.map(({ year, total }) => at(year + 1, total.upper)), ...ahead.toReversed().map(({ year, total }) => at(year + 1, total.lower))])}z`
      : '',
    end: last
      ? {
          x: base.x(dayOf(last.year + 1)),
          mean: base.y(last.total.mean),
          lower: base.y(last.total.lower),
          upper: base.y(last.total.upper),
        }
      : null,
    own: { x: base.x(known), y: base.y(base.total) },
  }
}

/** The day that a year with its fraction stands for: 2024.5 is 2 July 2024. */
export function dayOf(time: number): string {
  const year = Math.floor(time)
  const start = Date.UTC(year, 0, 1)
  const length = Date.UTC(year + 1, 0, 1) - start
  return new Date(start + Math.round(((time - year) * length) / 86_400_000) * 86_400_000)
    .toISOString()
    .slice(0, 10)
}
