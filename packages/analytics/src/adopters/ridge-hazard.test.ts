import { expect, test } from 'vitest'
import { discreteHazard } from '../hazards/discrete-hazard.ts'
import { seededRandom } from '../numbers/random.ts'
import { chanceOf } from '../hazards/links.ts'
import { ridgeHazard } from './ridge-hazard.ts'

function simulated(rows = 300) {
  const random = seededRandom(4)
  const x = Float64Array.from({ length: rows }, () => 5 + 2 * random.normal())
  const d = x.map(() => random.below(2))
  const event = x.map((value, i) =>
    random.uniform() < chanceOf(0.4 * (value - 5) + d[i]! - 1, 'logit') ? 1 : 0,
  )
  const columns = [
    { name: 'x', values: x },
    { name: 'd', values: d },
  ]
  return { event, columns, cluster: Array.from(x, (_, i) => i % 50) }
}
const free = () => ({ effect: 0, penalty: 0 })

test.each(['logit', 'cloglog'] as const)('without a penalty it is the pooled %s', (link) => {
  const { event, columns, cluster } = simulated()
  const ridge = ridgeHazard(event, columns, { link, pull: free, cluster, level: 0.95 })
  const plain = discreteHazard({ event, columns }, { link, epsilon: 1e-14 })
  for (const j of [1, 2]) expect(ridge.coef[j]! / ridge.sd[j - 1]!).toBeCloseTo(plain.coef[j]!, 6)
})

test('errors are those of the pooled logit with clusters', () => {
  const { event, columns, cluster } = simulated()
  const ridge = ridgeHazard(event, columns, { link: 'logit', pull: free, cluster, level: 0.95 })
  const { robust } = discreteHazard({ event, columns }, { cluster, epsilon: 1e-14 })
  for (const j of [1, 2]) expect(ridge.se[j]! / ridge.sd[j - 1]!).toBeCloseTo(robust!.plain.se[j]!, 6)
})

test('parts add up to the linear predictor, and its error is that of the covariances', () => {
  const { event, columns, cluster } = simulated()
  const ridge = ridgeHazard(event, columns, { link: 'logit', pull: free, cluster, level: 0.95 })
  const one = [
    { name: 'x', values: Float64Array.of(7) },
    { name: 'd', values: Float64Array.of(NaN) },
  ]
  const z = [1, (7 - ridge.mean[0]!) / ridge.sd[0]!, 0] // what is not known counts as the mean
  const parts = ridge.parts(one, 1).map((part) => part[0]!)
  parts.forEach((part, j) => expect(part).toBeCloseTo(z[j]! * ridge.coef[j]!, 12))
  let variance = 0
  for (const i of [0, 1, 2]) for (const j of [0, 1, 2]) variance += z[i]! * z[j]! * ridge.vcov[3 * i + j]!
  expect(ridge.errors(one, 1)[0]).toBeCloseTo(Math.sqrt(variance), 12)
})

test('a strong penalty holds an effect where it is pulled to', () => {
  const { event, columns, cluster } = simulated()
  const pull = (name: string) => (name === 'x' ? { effect: 1.5, penalty: 1e9 } : { effect: 0, penalty: 1e9 })
  const { coef, sd } = ridgeHazard(event, columns, { link: 'logit', pull, cluster, level: 0.95 })
  expect(coef[1]! / sd[0]!).toBeCloseTo(1.5, 5)
  expect(coef[2]).toBeCloseTo(0, 5)
})

test('separation and collinear columns leave estimates finite; a column that does not vary is left out', () => {
  const event = Float64Array.of(0, 0, 0, 1, 1, 1)
  const values = Float64Array.of(1, 2, 3, 4, 5, 6)
  const columns = [
    { name: 'splits', values },
    { name: 'again', values: values.map((value) => 2 * value) },
    { name: 'same', values: new Float64Array(6).fill(3) },
  ]
  const pull = () => ({ effect: 0, penalty: 1 })
  const options = { link: 'logit' as const, pull, cluster: [1, 2, 3, 4, 5, 6], level: 0.95 }
  const { names, coef, se, converged } = ridgeHazard(event, columns, options)
  expect(names).toEqual(['(Intercept)', 'splits', 'again'])
  expect(converged).toBe(true)
  expect(coef[1]).toBeCloseTo(coef[2]!, 9)
  expect([...coef, ...se].every(Number.isFinite)).toBe(true)
})

test.each([
  [[0, 0], 1, 'ridgeHazard: nobody adopted in the periods to learn from'],
  [[], 1, 'ridgeHazard: nobody adopted in the periods to learn from'],
  [[1, 1], 1, 'ridgeHazard: everybody adopted'],
  [[0, 1], -1, 'ridgeHazard: the penalty must be 0 or more, got -1'],
])('refuses %j with penalty %d', (event, penalty, says) => {
  const columns = [{ name: 'x', values: Float64Array.from(event, (_, i) => i) }]
  const pull = () => ({ effect: 0, penalty })
  expect(() =>
    ridgeHazard(Float64Array.from(event), columns, {
      link: 'logit',
      pull,
      cluster: event.map(String),
      level: 0.95,
    }),
  ).toThrow(says)
})
