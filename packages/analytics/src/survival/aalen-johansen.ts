import { refuseConfidence } from '../hazards/estimates.ts'
import { normalQuantile } from '../numbers/tails.ts'
import { bandsOf } from './bands.ts'
import type { Band, BandScale } from './bands.ts'
import { refuseTimes } from './risk-order.ts'
import type { SurvivalRows } from './risk-order.ts'
import { riskTable } from './risk-table.ts'

/** The share to whom one kind of event has come, at each distinct stop. */
export type Incidence = {
  events: Float64Array
  share: Float64Array
  se: Float64Array
  bands: Record<BandScale, Band>
}

export type CompetingRisks = {
  rows: number
  time: Float64Array
  atRisk: Float64Array
  censored: Float64Array
  /** The share to whom nothing has come: 1 less the sum of the shares. */
  eventFree: Float64Array
  /** Kind 1 first. */
  kinds: Incidence[]
}

/**
 * Cumulative incidence of events of which each rules the others out (Aalen–Johansen), late entry allowed. `event` is 0
 * where the watching ended, else the kind: 1, 2, …, `kinds`.
 * The variance is Greenwood's carried over to several kinds; without late entry it is the infinitesimal jackknife's.
 * @throws RangeError naming the row when a time is not finite, a stop is not after its start, or an event is no kind.
 * Cost: O(n log n + times · kinds).
 * Source: Aalen & Johansen (1978), Scand. J. Statist. 5; Dinse & Larson (1986), Biometrika 73 for the variance.
 * @example aalenJohansen({ stop: [1, 2, 3, 4], event: [1, 2, 0, 1] }, 2).kinds[0]?.share // 0.25, 0.25, 0.25, 0.75
 */
export function aalenJohansen(rows: SurvivalRows, kinds: number, confidence = 0.95): CompetingRisks {
  refuseTimes('aalenJohansen', rows, kinds)
  refuseConfidence('aalenJohansen', confidence)
  const { time, atRisk, events, censored } = riskTable(rows, kinds)
  const deaths = time.map((_, i) => events.reduce((sum, own) => sum + own[i]!, 0))
  let left = 1
  const eventFree = time.map((_, i) => (left *= deaths[i]! > 0 ? 1 - deaths[i]! / atRisk[i]! : 1))
  const z = normalQuantile((1 + confidence) / 2)
  const incidences = events.map((own): Incidence => {
    const { share, se } = incidenceOf(own, { deaths, atRisk, eventFree })
    return { events: own, share, se, bands: bandsOf(share, se, z) }
  })
  return { rows: rows.stop.length, time, atRisk, censored, eventFree, kinds: incidences }
}

type Counts = { deaths: Float64Array; atRisk: Float64Array; eventFree: Float64Array }

/**
 * The variance at t is Σ (F(t) - F(s))² a + b - 2 (F(t) - F(s)) c over the times s up to t, with a = d / n(n - d),
 * b = S² dₖ (n - dₖ) / n³ and c = S dₖ / n²; kept as sums of a, a F, a F² + b + 2 c F and c.
 */
function incidenceOf(own: Float64Array, { deaths, atRisk, eventFree }: Counts) {
  const share = new Float64Array(own.length)
  const se = new Float64Array(own.length)
  let [f, a, aF, rest, c] = [0, 0, 0, 0, 0]
  for (let i = 0; i < own.length; i++) {
    const [n, d, k] = [atRisk[i]!, deaths[i]!, own[i]!]
    const before = i > 0 ? eventFree[i - 1]! : 1
    if (d > 0) {
      f += (before * k) / n
      const all = n > d ? d / (n * (n - d)) : 0 // when everyone has had an event the share moves no more
      const direct = (before * k) / (n * n)
      a += all
      aF += all * f
      c += direct
      rest += all * f * f + (before * before * k * (n - k)) / n ** 3 + 2 * direct * f
    }
    share[i] = f
    se[i] = Math.sqrt(Math.max(0, f * f * a - 2 * f * aF + rest - 2 * f * c))
  }
  return { share, se }
}
