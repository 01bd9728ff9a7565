import { expect, test } from 'vitest'
import { seededRandom } from '../numbers/random.ts'
import { aalenJohansen } from './aalen-johansen.ts'
import { kaplanMeier } from './kaplan-meier.ts'

function simulated(seed: number, rows = 25) {
  const random = seededRandom(seed)
  const start = Array.from({ length: rows }, () => random.below(3))
  const stop = start.map((time) => time + 1 + random.below(9))
  return { start, stop, event: start.map(() => random.below(3)) }
}

/** Cumulative incidence of one kind up to a time, from the definition, with a weight for each row. */
function definition(
  { start, stop, event }: ReturnType<typeof simulated>,
  kind: number,
  until: number,
  weights: number[],
) {
  let [left, share] = [1, 0]
  for (const time of [...new Set(stop)].sort((a, b) => a - b).filter((time) => time <= until)) {
    const sum = (of: (i: number) => boolean) => weights.reduce((total, w, i) => total + (of(i) ? w : 0), 0)
    const atRisk = sum((i) => start[i]! < time && stop[i]! >= time)
    if (atRisk === 0) continue
    share += (left * sum((i) => stop[i] === time && event[i] === kind)) / atRisk
    left *= 1 - sum((i) => stop[i] === time && event[i]! > 0) / atRisk
  }
  return share
}

test('worked by hand: four units, two kinds, one censored', () => {
  const { time, eventFree, kinds } = aalenJohansen({ stop: [1, 2, 3, 4], event: [1, 2, 0, 1] }, 2)
  expect(Array.from(time)).toEqual([1, 2, 3, 4])
  ;[0.75, 0.5, 0.5, 0].forEach((left, i) => expect(eventFree[i]).toBeCloseTo(left, 14))
  ;[0.25, 0.25, 0.25, 0.75].forEach((share, i) => expect(kinds[0]!.share[i]).toBeCloseTo(share, 14))
  ;[0, 0.25, 0.25, 0.25].forEach((share, i) => expect(kinds[1]!.share[i]).toBeCloseTo(share, 14))
})

test('the shares of all kinds and of those without an event add up to 1', () => {
  for (let seed = 1; seed <= 10; seed++) {
    const { time, eventFree, kinds } = aalenJohansen(simulated(seed), 2)
    time.forEach((_, i) =>
      expect(eventFree[i]! + kinds[0]!.share[i]! + kinds[1]!.share[i]!).toBeCloseTo(1, 12),
    )
  }
})

test('with one kind it is one less Kaplan–Meier, with Greenwood’s error while any are left', () => {
  const rows = simulated(3)
  const one = { ...rows, event: rows.event.map((event) => Math.min(event, 1)) }
  const [incidence] = aalenJohansen(one, 1).kinds
  const { survival, se } = kaplanMeier(one)
  incidence!.share.forEach((share, i) => {
    expect(share).toBeCloseTo(1 - survival[i]!, 12)
    expect(incidence!.se[i]).toBeCloseTo(survival[i]! > 0 ? se[i]! : 0, 10)
  })
})

test('without censoring it is a share of all, with the binomial error', () => {
  const rows = simulated(8)
  const event = rows.event.map((kind) => (kind % 2) + 1)
  const { time, kinds } = aalenJohansen({ stop: rows.stop, event }, 2)
  time.forEach((at, i) => {
    const share = event.filter((kind, row) => kind === 2 && rows.stop[row]! <= at).length / event.length
    expect(kinds[1]!.share[i]).toBeCloseTo(share, 12)
    expect(kinds[1]!.se[i]).toBeCloseTo(Math.sqrt((share * (1 - share)) / event.length), 10)
  })
})

test('its error is what small changes of the rows’ weights do, squared and summed', () => {
  const { stop, event } = simulated(5)
  const rows = { start: stop.map(() => 0), stop, event }
  const { time, kinds, atRisk } = aalenJohansen(rows, 2)
  const ones = rows.stop.map(() => 1)
  const h = 1e-5
  for (const place of [3, 5, 7]) {
    expect(atRisk[place]).toBeGreaterThan(1)
    const square = ones.reduce((sum, _, i) => {
      const [up, down] = [1 + h, 1 - h].map((w) => definition(rows, 1, time[place]!, ones.with(i, w)))
      return sum + ((up! - down!) / (2 * h)) ** 2
    }, 0)
    expect(kinds[0]!.se[place]).toBeCloseTo(Math.sqrt(square), 7)
  }
})

test.each([
  [{ stop: [1, 2], event: [1, 3] }, 'aalenJohansen: row 2: the event must be 0 to 2, got 3'],
  [{ stop: [1, 2], event: [1, 0.5] }, 'aalenJohansen: row 2: the event must be 0 to 2, got 0.5'],
  [{ start: [0, 2], stop: [1, 2], event: [1, 0] }, 'aalenJohansen: row 2: stop 2 is not after start 2'],
])('refuses %j', (rows, says) => {
  expect(() => aalenJohansen(rows, 2)).toThrow(says)
})
