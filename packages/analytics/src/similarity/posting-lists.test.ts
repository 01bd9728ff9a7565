import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addList, largest, postingLists } from './posting-lists.ts'

test('lists in compressed rows give back every entry', () => {
  const entries = fc.array(fc.tuple(fc.nat(5), fc.nat(7), fc.integer({ min: 1, max: 9 })), { maxLength: 40 })
  fc.assert(
    fc.property(entries, (all) => {
      const lists = postingLists((visit) => all.forEach(([list, owner, value]) => visit(list, owner, value)))
      for (let list = 0; list < 7; list++) {
        const [start, end] = [lists.start[list] ?? 0, lists.start[list + 1] ?? lists.start[list] ?? 0]
        const found = Array.from(lists.owners.slice(start, end), (owner, i) => [
          owner,
          lists.values[start + i],
        ])
        expect(found).toEqual(all.filter(([own]) => own === list).map(([, owner, value]) => [owner, value]))
      }
    }),
    { seed: 1 },
  )
})

test('a list is added to the sums of its owners; a missing one adds nothing', () => {
  const lists = postingLists((visit) => {
    visit(0, 1, 2)
    visit(0, 2, 3)
  })
  const sums = new Float32Array(3)
  addList(lists, { list: 0, factor: 10 }, sums)
  addList(lists, { list: 9, factor: 10 }, sums)
  expect([...sums]).toEqual([0, 20, 30])
})

test('the largest are those a sort would give, ties by place', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(6), { maxLength: 30 }), fc.integer({ min: 1, max: 8 }), (values, count) => {
      const sorted = [...values.keys()]
        .filter((i) => values[i]! > 0)
        .sort((a, b) => values[b]! - values[a]! || a - b)
      expect(largest(Float32Array.from(values), count)).toEqual(sorted.slice(0, count))
    }),
    { seed: 1 },
  )
})
