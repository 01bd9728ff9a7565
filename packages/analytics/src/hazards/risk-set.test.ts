import { expect, test } from 'vitest'
import { riskSet } from './risk-set.ts'
import type { Adoption, RiskSetOptions, Unit } from './risk-set.ts'

const units: Unit[] = [{ id: 'a' }, { id: 'b' }, { id: 'c' }, { id: 'new', from: 2012 }]
const adoptions: Adoption[] = [
  { unit: 'a', item: 'x', period: 2010 },
  { unit: 'b', item: 'x', period: 2011 },
  { unit: 'new', item: 'x', period: 2013 },
  { unit: 'c', item: 'y', period: 2012 },
]
const neighbours = [
  { unit: 'b', neighbour: 'a' },
  { unit: 'b', neighbour: 'c' },
  { unit: 'c', neighbour: 'b', weight: 3 },
  { unit: 'c', neighbour: 'new' },
  { unit: 'new', neighbour: 'b' },
]

/** The rows of one item as short lines: period, unit, * where it adopts, exposure. */
function lines(options: RiskSetOptions = {}, item = 'x'): string[] {
  const set = riskSet(units, adoptions, { neighbours, ...options })
  return [...set.unit.keys()]
    .filter((row) => set.items[set.item[row]!] === item)
    .map(
      (row) =>
        `${set.period[row]} ${set.units[set.unit[row]!]}${set.adopted[row] ? '*' : ''} ${set.exposure[row]}`,
    )
}

test('a unit is at risk from its creation until it adopts, and sees only what neighbours did before', () => {
  expect(lines()).toEqual([
    '2010 a* 0',
    '2010 b 0',
    '2010 c 0',
    '2011 b* 0.5', // a of a and c, in 2010
    '2011 c 0', // b adopts this year: not yet seen; "new" is not there to be counted
    '2012 c 0.75', // b counts three times; "new" now exists and has not adopted
    '2012 new 1',
    '2013 c 0.75',
    '2013 new* 1',
  ])
})

test('an item begins with its first adoption, and lasts to the end of the watch', () => {
  expect(lines({ until: 2013 }, 'y')).toEqual([
    '2012 a 0',
    '2012 b 0',
    '2012 c* 0',
    '2012 new 0',
    '2013 a 0',
    '2013 b 0.5',
    '2013 new 0',
  ])
})

test('what came before the watch is no row, but is known', () => {
  expect(lines({ from: 2012 })).toEqual(['2012 c 0.75', '2012 new 1', '2013 c 0.75', '2013 new* 1'])
})

test('adoptions after the watch are still to come', () => {
  expect(lines({ until: 2010 })).toEqual(['2010 a* 0', '2010 b 0', '2010 c 0'])
})

test('a unit that ended counts neither as at risk nor as a neighbour', () => {
  const set = riskSet([{ id: 'a', until: 2011 }, { id: 'b' }], [{ unit: 'a', item: 'x', period: 2010 }], {
    neighbours: [{ unit: 'b', neighbour: 'a' }],
    until: 2012,
  })
  expect(Array.from(set.exposure)).toEqual([0, 0, 1, 0])
  expect(Array.from(set.prevalence)).toEqual([0, 0, 0.5, 0])
  expect(Array.from(set.duration)).toEqual([0, 0, 1, 2])
})

test.each<[Adoption[], RiskSetOptions, string]>([
  [[], {}, 'riskSet: there are no adoptions'],
  [[{ unit: 'z', item: 'x', period: 1 }], {}, 'riskSet: there is no unit z'],
  [[{ unit: 'a', item: 'x', period: 1.5 }], {}, 'unit a, item x: the period must be a whole number, got 1.5'],
  [
    [{ unit: 'new', item: 'x', period: 2011 }],
    {},
    'unit new, item x: adopted in 2011, when it did not exist',
  ],
  [[adoptions[0]!, adoptions[0]!], {}, 'riskSet: unit a, item x: adopted twice'],
  [
    adoptions,
    { neighbours: [{ unit: 'a', neighbour: 'a' }] },
    'riskSet: unit a can not be its own neighbour',
  ],
  [adoptions, { neighbours: [{ unit: 'a', neighbour: 'b', weight: -1 }] }, 'must not be negative, got -1'],
])('refuses %j', (adoptions, options, says) => {
  expect(() => riskSet(units, adoptions, options)).toThrow(says)
})

test('refuses a unit listed twice', () => {
  expect(() => riskSet([{ id: 'a' }, { id: 'a' }], adoptions)).toThrow('riskSet: unit a is listed twice')
})
