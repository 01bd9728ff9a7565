import type { SpreadInput } from '@semai/domain/analyses/adoption'
import { adopterNeeds, standingOf } from '@semai/domain/analyses/next-adopters'
import { knownSpread } from '@semai/testkit/known-spread'
import { expect, test } from 'vitest'
import { spreadBackTest } from './spread-back-test.ts'
import { spreadNextAdopters } from './spread-next-adopters.ts'

const known = knownSpread(1)
const found = spreadNextAdopters(known)
const begun = new Set(known.adoptions.map(({ innovation, region }) => `${innovation} ${region}`))
const groups = Map.groupBy(found.rows, ({ innovation }) => innovation)
/** The same, with the days of one innovation being those of a ceremony. */
const withBatches = (innovation: string, share: number): SpreadInput => {
  const own = known.adoptions.filter((one) => one.innovation === innovation)
  const batched = new Set(own.slice(0, Math.ceil(share * own.length)))
  return { ...known, adoptions: known.adoptions.map((one) => ({ ...one, batched: batched.has(one) })) }
}

test('every region that has not begun is ranked once for each innovation with enough regions', () => {
  const enough = found.innovations.filter((one) => standingOf(one, found.eligible) === 'ranked')
  expect([...groups.keys()].sort()).toEqual(enough.map(({ innovation }) => innovation).sort())
  for (const { innovation, adopted } of enough) {
    const rows = groups.get(innovation)!
    expect(rows.map(({ rank }) => rank)).toEqual(rows.map((_, i) => i + 1))
    expect(rows.length).toBe(known.places.length - adopted)
    expect(rows.filter(({ region }) => begun.has(`${innovation} ${region}`))).toEqual([])
  }
  for (const rows of Map.groupBy(found.rows, ({ region }) => region).values()) {
    const inOrder = rows.toSorted((a, b) => a.rankInRegion - b.rankInRegion)
    expect(inOrder.map(({ rankInRegion }) => rankInRegion)).toEqual(rows.map((_, i) => i + 1))
    expect(inOrder.map(({ chance }) => chance)).toEqual(
      rows.map(({ chance }) => chance).sort((a, b) => b - a),
    )
  }
})

test('where neighbours and wealth decide, the model is used and says so by its reasons', () => {
  expect([found.use, found.beatsAll, found.aboveLots]).toEqual(['model', true, true])
  const [first] = groups.get(found.rows[0]!.innovation)!
  expect(first!.lower < first!.chance && first!.chance < first!.upper).toBe(true)
  const leading = [...groups.values()].flatMap((rows) => rows.slice(0, 3))
  const raising = (name: string) =>
    leading.filter(({ reasons }) => reasons.some((one) => one.name === name && one.more && one.adds > 0))
      .length
  expect(raising('neighbours') / leading.length).toBeGreaterThan(0.6)
  expect(raising('product') / leading.length).toBeGreaterThan(0.6)
  for (const { reasons } of found.rows) {
    expect(reasons.length).toBeLessThanOrEqual(adopterNeeds.reasons)
    const sizes = reasons.map(({ adds }) => Math.abs(adds))
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a))
  }
})

test('a look back that is known already, also when read from where it is kept, changes no digit', () => {
  const kept = JSON.parse(JSON.stringify(spreadBackTest(known))) as ReturnType<typeof spreadBackTest>
  expect(spreadNextAdopters(known, undefined, kept)).toEqual(found)
})

test('where nothing tells regions apart, the best of the simple rankings is used, with one reason', () => {
  const luck = knownSpread(1, { pull: 0, wealth: 0, odds: -2.5 })
  const { use, beatsAll, aboveLots, rows } = spreadNextAdopters(luck)
  expect([beatsAll, aboveLots, use !== 'model']).toEqual([false, false, true])
  expect(rows.length).toBeGreaterThan(0)
  expect(rows.every(({ reasons }) => reasons.length <= 1)).toBe(true)
})

test('what was opened in batches for more than half is not ranked, and teaches nothing; half is no more than half', () => {
  const { innovation } = found.innovations[0]!
  const many = spreadNextAdopters(withBatches(innovation, 0.6))
  expect(many.rows.filter((row) => row.innovation === innovation)).toEqual([])
  const counted = many.innovations.find((one) => one.innovation === innovation)!
  expect(standingOf(counted, many.eligible)).toBe('batches')
  const without = known.adoptions.filter((one) => one.innovation !== innovation)
  expect(many.effects).toEqual(spreadNextAdopters({ ...known, adoptions: without }).effects)
  expect(standingOf({ adopted: 12, batched: 6 }, 500)).toBe('ranked')
})

test('who is known to run it without a day is neither ranked nor counted among those at risk', () => {
  const { innovation, region } = found.rows[0]!
  const { rows } = spreadNextAdopters({ ...known, undated: [{ innovation, region }] })
  expect(rows.length).toBe(found.rows.length - 1)
  expect(rows.some((row) => row.innovation === innovation && row.region === region)).toBe(false)
})

test('each look back is made of what was known then: what came in the last year changes no earlier one', () => {
  const { splits } = spreadBackTest(known).together!
  const [first, last] = [splits[0]!.day, splits.at(-1)!.day]
  expect(Number(last.slice(0, 4)) - Number(first.slice(0, 4))).toBe(splits.length - 1)
  const newest = known.adoptions.reduce((a, b) => (a.day > b.day ? a : b))
  const adoptions = known.adoptions.filter((one) => one.day < last || one === newest)
  expect(adoptions.length).toBeLessThan(known.adoptions.length - 10)
  const shorter = spreadBackTest({ ...known, adoptions }).together!.splits
  expect(shorter.slice(0, -1)).toEqual(splits.slice(0, -1))
  expect(shorter.at(-1)!.adopters).toBe(1)
})

test('able but not moving is the first tenth of a year ago that has not begun', () => {
  const able = found.rows.filter(({ ableBefore }) => ableBefore)
  expect(able.length).toBeGreaterThan(0)
  for (const rows of groups.values()) {
    const some = rows.filter(({ ableBefore }) => ableBefore).length
    expect(some).toBeLessThanOrEqual(Math.ceil(known.places.length * adopterNeeds.able))
  }
})

test('too little is said to be too little: nothing is ranked, and nothing is looked back at', () => {
  const few = { ...known, adoptions: known.adoptions.slice(0, 5) }
  const { use, rows, innovations } = spreadNextAdopters(few)
  expect([use, rows, innovations.length]).toEqual([null, [], 1])
  expect(spreadBackTest(few)).toMatchObject({ together: null, alone: [], innovations: 0 })
  const none = { adoptions: [], undated: [], places: [] }
  expect(spreadNextAdopters(none)).toMatchObject({ day: null, use: null, rows: [] })
  expect(spreadBackTest(none)).toMatchObject({ day: null, together: null })
})

test('one opened in batches is looked back at by itself, beside the same simple rankings', () => {
  const { innovation } = found.innovations[0]!
  const { alone } = spreadBackTest(withBatches(innovation, 1))
  const own = alone.find((one) => one.innovation === innovation)!
  expect(own.batched).toBe(own.adopted)
  expect(own.lookBack!.contests.map(({ ranking }) => ranking)).toEqual([
    'model',
    'popularity',
    'neighbours',
    'nearest',
    'random',
  ])
})
