import { expect, test } from 'vitest'
import { stages } from './innovation.ts'
import { dutyYears, phaseOf } from './innovation-phase.ts'

test('every stage has a phase, or rests', () => {
  expect(stages.map((stage) => [stage, phaseOf(stage)])).toEqual([
    ['idea', 'creation'],
    ['trial', 'creation'],
    ['implemented', 'development'],
    ['developed', 'development'],
    ['institutionalised', 'institutionalisation'],
    ['dormant', 'resting'],
    ['stopped', 'resting'],
    ['merged', 'resting'],
  ])
  expect(phaseOf(null)).toBeNull()
})

test('a year is met by one innovation that began in it, years outside are left out', () => {
  expect(dutyYears([2023, 2021, 2023, 2010], { last: 2024, count: 4 })).toEqual([
    { year: 2024, begun: 0, isMet: false },
    { year: 2023, begun: 2, isMet: true },
    { year: 2022, begun: 0, isMet: false },
    { year: 2021, begun: 1, isMet: true },
  ])
})
