import { expect, test } from 'vitest'
import { chanceOf } from '../hazards/links.ts'
import { cascadesOf } from '../networks/cascades.ts'
import type { Cascades } from '../networks/cascades.ts'
import { seededRandom } from '../numbers/random.ts'
import { nearestLinks } from '../spatial/near-links.ts'
import { weightsFrom } from '../spatial/weights.ts'
import { backTest } from './back-test.ts'
import type { Diffusion } from './diffusion.ts'
import { nextAdopters } from './next-adopters.ts'

const YEARS = 10

/** Thirty places on a plane and fifteen innovations; wealth and neighbours make a place adopt. */
function diffused(seed: number): Diffusion & { neighbours: NonNullable<Diffusion['neighbours']> } {
  const random = seededRandom(seed)
  const draw = () => Float64Array.from({ length: 30 }, () => random.normal())
  const places = { x: draw(), y: draw(), on: 'plane' as const }
  const neighbours = weightsFrom(30, nearestLinks(places, 3))
  const wealth = draw()
  const hits = { cascade: [] as number[], node: [] as number[], time: [] as number[] }
  for (let c = 0; c < 15; c++) {
    const when = new Float64Array(30).fill(Infinity)
    when[random.below(30)] = c % 5
    for (let year = (c % 5) + 1; year < YEARS; year++) {
      const near = (v: number) =>
        [0, 1, 2].filter((i) => when[neighbours.neighbours[neighbours.starts[v]! + i]!]! < year).length
      for (let v = 0; v < 30; v++)
        if (when[v] === Infinity && random.uniform() < chanceOf(-3.5 + wealth[v]! + near(v), 'logit'))
          when[v] = year + random.uniform() / 2
    }
    when.forEach((time, v) => {
      if (time === Infinity) return
      hits.cascade.push(c)
      hits.node.push(v)
      hits.time.push(time)
    })
  }
  return {
    cascades: cascadesOf({ cascades: 15, nodes: 30, ...hits }),
    neighbours,
    covariates: [{ name: 'wealth', values: wealth }],
  }
}

/** What happens from a time on, told otherwise: other places, other times, other innovations, or nothing at all. */
function retold({ nodes, start, node, time }: Cascades, from: number, seed: number): Cascades {
  const random = seededRandom(seed)
  const hits = { cascade: [] as number[], node: [] as number[], time: [] as number[] }
  const add = (c: number, v: number, when: number) => {
    hits.cascade.push(c)
    hits.node.push(v)
    hits.time.push(when)
  }
  for (let c = 0; c + 1 < start.length; c++) {
    const taken = new Set<number>()
    for (let h = start[c]!; h < start[c + 1]!; h++) {
      if (time[h]! >= from) continue
      taken.add(node[h]!)
      add(c, node[h]!, time[h]!)
    }
    for (let v = 0; v < nodes; v++)
      if (!taken.has(v) && random.below(2) === 0) add(c, v, from + 3 * random.uniform())
  }
  return cascadesOf({ cascades: start.length - 1, nodes, ...hits })
}

test('whatever happens from the moment on changes nothing in the forecast', () => {
  const diffusion = diffused(1)
  const options = { at: 6, horizon: 1 }
  const before = nextAdopters(diffusion, options)
  expect(before.hazard.names).toContain('network')
  for (const seed of [1, 2, 3]) {
    const cascades = retold(diffusion.cascades, 6, seed)
    expect(cascades.time).not.toEqual(diffusion.cascades.time)
    const after = nextAdopters({ ...diffusion, cascades }, options)
    expect(after.ranked).toEqual(before.ranked)
    expect(after.hazard.coef).toEqual(before.hazard.coef)
    expect(after.hazard.se).toEqual(before.hazard.se)
  }
})

test('in a back-test, what comes after the horizon of the last split changes nothing', () => {
  const diffusion = diffused(2)
  const options = { splits: [6, 7], horizon: 1, replicates: 20 }
  const before = backTest(diffusion, options)
  expect(backTest({ ...diffusion, cascades: retold(diffusion.cascades, 8, 1) }, options)).toEqual(before)
  const inside = backTest({ ...diffusion, cascades: retold(diffusion.cascades, 7, 1) }, options)
  expect(inside.adopters).not.toBe(before.adopters)
  // Chances of the first split do not know of the second: its part of the table of what was expected stays.
  const first = (of: Diffusion) => backTest(of, { ...options, splits: [6] }).contests[0]!.calibration.expected
  expect(first({ ...diffusion, cascades: retold(diffusion.cascades, 7, 1) })).toBe(first(diffusion))
})

test('places are ranked by chance within limits, and wealth and neighbours are found to matter', () => {
  const { ranked, hazard } = nextAdopters(diffused(3), { at: YEARS, horizon: 1 })
  for (const { chance, lower, upper } of ranked) {
    expect(lower).toBeLessThan(chance)
    expect(chance).toBeLessThan(upper)
  }
  const chances = ranked.map(({ chance }) => chance)
  expect(chances).toEqual(chances.toSorted((a, b) => b - a))
  const effect = (name: string) => hazard.lower[hazard.names.indexOf(name)]!
  expect(effect('wealth')).toBeGreaterThan(0)
  expect(effect('neighbours')).toBeGreaterThan(0)
  expect(hazard.converged).toBe(true)
})

test('contributions say how far a place is from the mean of those at risk of the innovation', () => {
  const { ranked, hazard } = nextAdopters(diffused(4), { at: 7, horizon: 1, cascade: 2, reasons: 99 })
  expect(new Set(ranked.map(({ cascade }) => cascade))).toEqual(new Set([2]))
  const eta = ranked.map(({ chance }) => Math.log(chance / (1 - chance)))
  const mean = eta.reduce((sum, one) => sum + one, 0) / eta.length
  ranked.forEach(({ reasons }, i) => {
    const sum = reasons.reduce((total, { contribution }) => total + contribution, 0)
    expect(sum).toBeCloseTo(eta[i]! - mean, 9)
    const sizes = reasons.map(({ contribution }) => Math.abs(contribution))
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a))
  })
  expect(ranked[0]!.reasons.map(({ name }) => name).sort()).toEqual(hazard.names.slice(1).sort())
  const pace = ranked.map(({ reasons }) => reasons.find(({ name }) => name === 'pace')!.contribution)
  expect(Math.max(...pace.map(Math.abs))).toBeLessThan(1e-12) // the same for all, so no reason for one
})

test('for one place, innovations are ranked, and compared with each other', () => {
  const { ranked } = nextAdopters(diffused(4), { at: 5, horizon: 1, node: 7, reasons: 99 })
  expect(new Set(ranked.map(({ node }) => node))).toEqual(new Set([7]))
  expect(ranked.length).toBeGreaterThan(1)
  const wealth = ranked.map(({ reasons }) => reasons.find(({ name }) => name === 'wealth')!.contribution)
  expect(Math.max(...wealth.map(Math.abs))).toBeLessThan(1e-12)
})

test('a simple ranking goes by its column; equal places come by chance, innovation and place', () => {
  const { ranked, by } = nextAdopters(diffused(5), { at: 7, horizon: 1, by: 'neighbours', reasons: 1 })
  expect(by).toBe('neighbours')
  const shares = ranked.map(({ reasons }) => reasons[0]!.value)
  expect(shares).toEqual(shares.toSorted((a, b) => b - a))
  const last = ranked.filter(({ reasons }) => reasons[0]!.value === 0)
  expect(last).toEqual(last.toSorted((a, b) => a.cascade - b.cascade || a.node - b.node))
})

test('the back-test finds the model better than chance, and says which ranking to use', () => {
  const test = backTest(diffused(6), { splits: [6, 7, 8], horizon: 1, replicates: 100 })
  const of = (ranking: string) => test.contests.find((one) => one.ranking === ranking)!
  expect(test.contests.map(({ ranking }) => ranking)).toEqual([
    'model',
    'popularity',
    'neighbours',
    'nearest',
    'random',
  ])
  expect(of('model').auc.lower).toBeGreaterThan(0.6)
  expect(of('random').auc.lower).toBeLessThan(0.5)
  expect(of('random').auc.upper).toBeGreaterThan(0.5)
  expect(test.splits.map(({ at, periods }) => [at, periods])).toEqual([
    [6, 5],
    [7, 6],
    [8, 7],
  ])
  expect(test.splits.reduce((sum, { adopters }) => sum + adopters, 0)).toBe(test.adopters)
  const { table, observed, expected } = of('model').calibration
  expect(table.reduce((sum, { rows }) => sum + rows, 0)).toBe(test.rows)
  expect(table.reduce((sum, { rows, share }) => sum + rows * share, 0)).toBeCloseTo(observed, 9)
  expect(table.reduce((sum, { rows, chance }) => sum + rows * chance, 0)).toBeCloseTo(expected, 9)
  expect(of('model').lead.value).toBe(0)
  expect(of('nearest').lead.value).toBeCloseTo(of('model').auc.value - of('nearest').auc.value, 12)
})

test('each look back says what each ranking was worth in it; one look back is the whole', () => {
  const options = { horizon: 1, replicates: 1, least: 4, most: 8 }
  const [six, both] = [[6], [6, 7]].map((splits) => backTest(diffused(6), { ...options, splits }))
  const { rankings, adopters } = six!.splits[0]!
  expect(adopters).toBe(six!.adopters)
  for (const { ranking, ...measures } of rankings) {
    const whole = six!.contests.find((one) => one.ranking === ranking)!
    for (const [name, value] of Object.entries(measures))
      expect(value).toBe(whole[name as keyof typeof measures].value)
  }
  expect(both!.splits[0]).toEqual(six!.splits[0])
})

test('where adoption is drawn by lot the model beats nobody, and another ranking is used', () => {
  const random = seededRandom(8)
  const list = Array.from({ length: 12 * 30 }, (_, i) => ({ cascade: Math.trunc(i / 30), node: i % 30 }))
  const hits = {
    cascade: list.map(({ cascade }) => cascade),
    node: list.map(({ node }) => node),
    time: list.map(() => 10 * random.uniform()),
  }
  const { neighbours, covariates } = diffused(8)
  const cascades = cascadesOf({ cascades: 12, nodes: 30, ...hits })
  const test = backTest(
    { cascades, neighbours, covariates: covariates! },
    { splits: [5, 6, 7], horizon: 1, replicates: 100 },
  )
  expect(test.modelBeatsAll).toBe(false)
  expect(test.use).not.toBe('model')
})

test('the same seed gives the same limits, another one others; truths can be compared', () => {
  const diffusion = diffused(9)
  const options = { splits: [7], horizon: 1, replicates: 20, others: { half: () => 0.5 } }
  const one = backTest(diffusion, { ...options, seed: 1 })
  expect(backTest(diffusion, { ...options, seed: 1 })).toEqual(one)
  expect(backTest(diffusion, { ...options, seed: 2 })).not.toEqual(one)
  const half = one.contests.find(({ ranking }) => ranking === 'half')!
  expect(half.auc.value).toBe(0.5)
  expect(half.logLoss.value).toBeCloseTo(Math.log(2), 12)
  expect(half.brier.value).toBe(0.25)
})

const small: Diffusion = {
  cascades: cascadesOf({ cascades: 1, nodes: 3, cascade: [0, 0], node: [0, 1], time: [1, 2] }),
}
test.each([
  [small, { at: 3, horizon: 0 }, 'nextAdopters: the horizon must be above 0, got 0'],
  [small, { at: 3, horizon: 1, step: -1 }, 'nextAdopters: the step must be above 0, got -1'],
  [small, { at: 1, horizon: 1 }, 'nextAdopters: no place is at risk'],
  [small, { at: 2, horizon: 1 }, 'ridgeHazard: nobody adopted in the periods to learn from'],
  [{ ...small, exists: [0, 0] }, { at: 3, horizon: 0.9 }, 'exists: 2 places where the events have 3'],
  [{ ...small, exists: [0, 9, 0] }, { at: 3, horizon: 0.9 }, 'place 1 adopts at 2, before it exists'],
  [
    { ...small, covariates: [{ name: 'x', values: new Float64Array(2) }] },
    { at: 3, horizon: 0.9 },
    'covariate x: 2 values for 3 places',
  ],
  [small, { at: 3, horizon: 1, by: 'nearest' as const }, 'nextAdopters: nothing is known to rank by nearest'],
])('refuses case %#', (diffusion, options, says) => {
  expect(() => nextAdopters(diffusion, options)).toThrow(says)
})

test('a back-test after which nobody adopts is refused', () => {
  const cascades = cascadesOf({ cascades: 1, nodes: 3, cascade: [0, 0], node: [0, 1], time: [1, 2.5] })
  expect(() => backTest({ cascades }, { splits: [3], horizon: 1 })).toThrow(
    'backTest: nobody adopted within the horizon after any of the splits',
  )
})
