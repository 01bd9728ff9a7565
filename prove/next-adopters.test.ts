import { expect, test } from 'vitest'
import { judgedSeed } from './next-adopters/judged-seed.ts'
import { shippedAdoptions } from './next-adopters/shipped-adoptions.ts'

test.each([1, 2])(
  'seed %d: on spread with a known hazard and network, the model has nine tenths of what can be known',
  (seed) => {
    const { within, all, aboveAll, contest } = judgedSeed(seed, 'given', 100)
    expect(within).toBeGreaterThan(0.9)
    expect(all).toBeGreaterThan(0.9)
    expect(aboveAll).toBe(true)
    expect(contest('model').calibration.line!.slope).toBeGreaterThan(0.8)
    expect(contest('model').calibration.line!.slope).toBeLessThan(1.2)
  },
)

test('with the network to be inferred the model still lies above every simple ranking', () => {
  expect(judgedSeed(1, 'inferred', 100).aboveAll).toBe(true)
})

test('the shipped openings: every dated region is there once, those known without a date are left out', async () => {
  const { cascades, covariates } = await shippedAdoptions(['mpp'])
  expect(cascades.time.length).toBe(254)
  expect(cascades.nodes).toBeLessThan(514)
  expect(covariates!.map(({ name }) => name)).toEqual([
    'city',
    'population',
    'area_km2',
    'grdp_per_capita_rp',
    'hdi',
    'poverty_rate',
  ])
})
