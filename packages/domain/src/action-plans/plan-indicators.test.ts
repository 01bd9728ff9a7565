import { expect, test } from 'vitest'
import { aComponent } from '@semai/testkit/blueprint-scene'
import { indicatorsOf, isSameUnit } from '../monitoring/measured-indicator.ts'
import { planContent } from './plan.form.ts'
import { indicatorFaults, withBlueprintIndicators } from './plan-indicators.ts'
import { emptyPlan, planGaps } from './plan.ts'

const waiting = aComponent('indicator', 'antre', {
  title: 'Waktu tunggu',
  unit: 'menit',
  baseline: '90',
  target: '30',
})
const served = aComponent('indicator', 'terlayani', { title: 'Warga terlayani', unit: 'orang' })
const measured = indicatorsOf([aComponent('risk', 'cuaca'), waiting, served])

const planned = (indicators: object[]) => planContent.parse({ ...emptyPlan(2027), indicators })

test('an indicator keeps the key of its component, and its direction is stated or lies between baseline and target', () => {
  expect(measured.map(({ key, unit, direction }) => [key, unit, direction])).toEqual([
    ['antre', 'menit', 'lower'],
    ['terlayani', 'orang', null],
  ])
  const stated = indicatorsOf([{ ...waiting, direction: 'higher' } as typeof waiting])
  expect(stated[0]!.direction).toBe('higher')
  expect([isSameUnit('Menit', ' menit '), isSameUnit('menit', 'jam'), isSameUnit(null, null)]).toEqual([
    true,
    false,
    false,
  ])
})

test('every indicator of the blueprint is in the plan, in its words, with what the plan says of it', () => {
  const plan = planned([
    { key: null, name: 'Pelatihan', target: '20 kader' },
    { key: 'antre', name: 'Nama lain', unit: 'jam', baseline: '80', target: '25' },
    { key: 'dulu', name: 'Tidak ada lagi', baseline: '1' },
  ])
  const { indicators } = withBlueprintIndicators(plan, measured)
  expect(
    indicators.map(({ key, name, unit, baseline, target }) => [key, name, unit, baseline, target]),
  ).toEqual([
    ['antre', 'Waktu tunggu', 'menit', '80', '25'],
    ['terlayani', 'Warga terlayani', 'orang', null, null],
    [null, 'Pelatihan', null, null, '20 kader'],
    [null, 'Tidak ada lagi', null, '1', null],
  ])
  expect(withBlueprintIndicators(withBlueprintIndicators(plan, measured), measured)).toEqual(
    withBlueprintIndicators(plan, measured),
  )
})

test('a plan with many indicators of its own keeps them all', () => {
  const own = Array.from({ length: 19 }, (_, i) => ({ name: `Indikator ${i}` }))
  expect(withBlueprintIndicators(planned(own), measured).indicators.length).toBe(20)
})

test('values of the blueprint’s indicators are figures, and a target that lies the wrong way is told', () => {
  const plan = planned([
    { name: 'Pelatihan', target: 'banyak' },
    { key: 'antre', name: 'x', baseline: '80 menit', target: '25' },
  ])
  expect(indicatorFaults(plan).map(({ field }) => field)).toEqual(['indicators.1.baseline'])
  const gapsOf = (target: string) =>
    planGaps(
      withBlueprintIndicators(planned([{ key: 'antre', name: 'x', baseline: '80', target }]), measured),
    ).map(({ en }) => en)
  const wrongWay = 'A target lies the other way from where its indicator is meant to go.'
  expect([gapsOf('25').includes(wrongWay), gapsOf('95').includes(wrongWay)]).toEqual([false, true])
})
