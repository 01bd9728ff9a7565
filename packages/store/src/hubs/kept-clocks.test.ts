import { expect, test } from 'vitest'
import type { Db } from '../db/transaction.ts'
import { keptClocks } from './kept-clocks.ts'

const db = {} as Db
const at = (seconds: number) => new Date(seconds * 1_000)

test('what is a minute old is answered at once, and read again beside', async () => {
  let read = 0
  const clocks = keptClocks(() => Promise.resolve((read += 1)))
  expect(await clocks(db, at(0))).toBe(1)
  expect(await clocks(db, at(59))).toBe(1)
  const old = [clocks(db, at(60)), clocks(db, at(61))]
  expect([await Promise.all(old), read]).toEqual([[1, 1], 2])
  expect(await clocks(db, at(62))).toBe(2)
})

test('a reading that fails is tried again, and what was read before stands', async () => {
  const answers = [Promise.resolve(1), Promise.reject(new Error('no line')), Promise.resolve(3)]
  answers[1]!.catch(() => undefined)
  let read = 0
  const clocks = keptClocks(() => answers[read++]!)
  expect(await clocks(db, at(0))).toBe(1)
  expect(await clocks(db, at(60))).toBe(1)
  await Promise.resolve()
  expect(await clocks(db, at(61))).toBe(1)
  await Promise.resolve()
  expect([await clocks(db, at(62)), read]).toEqual([3, 3])
})
