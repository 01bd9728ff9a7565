import { expect, test } from 'vitest'
import { seededRandom } from './random.ts'

const draw = (seed: number | string, count = 5) => {
  const random = seededRandom(seed)
  return Array.from({ length: count }, () => random.uniform())
}

test('a seed gives the same stream every time, another seed another', () => {
  expect(draw(7)).toEqual(draw(7))
  expect(draw('MPP')).toEqual(draw('MPP'))
  expect(draw(7)).not.toEqual(draw(8))
})

test('a branch does not depend on what was drawn before it', () => {
  const used = seededRandom(3)
  used.normal()
  expect(used.branch(4).uniform()).toBe(seededRandom(3).branch(4).uniform())
  expect(used.branch(5).uniform()).not.toBe(used.branch(4).uniform())
})

test('uniform and normal numbers have the moments they should', () => {
  const random = seededRandom(11)
  const n = 200_000
  let [sum, squares, normals, normalSquares] = [0, 0, 0, 0]
  for (let i = 0; i < n; i++) {
    const u = random.uniform()
    const z = random.normal()
    sum += u
    squares += u * u
    normals += z
    normalSquares += z * z
  }
  expect(sum / n).toBeCloseTo(1 / 2, 2)
  expect(squares / n).toBeCloseTo(1 / 3, 2)
  expect(normals / n).toBeCloseTo(0, 1)
  expect(normalSquares / n).toBeCloseTo(1, 1)
})

test('every order of three comes up about equally often', () => {
  const random = seededRandom(5)
  const counts = new Map<string, number>()
  for (let i = 0; i < 60_000; i++) {
    const order = random.shuffle(['a', 'b', 'c']).join('')
    counts.set(order, (counts.get(order) ?? 0) + 1)
  }
  expect(counts.size).toBe(6)
  for (const count of counts.values()) expect(Math.abs(count - 10_000)).toBeLessThan(500)
})

test('a seed that is no number is refused', () => {
  expect(() => seededRandom(NaN)).toThrow(/^seededRandom: /)
  expect(() => seededRandom(1).below(0)).toThrow(/^below: /)
})
