import { publicActor } from '@semai/domain/people/actor'
import { now } from '@semai/testkit/scene'
import { testDb } from '@semai/testkit/test-db'
import { beforeEach, expect, test } from 'vitest'
import { audit } from '../db/audit.ts'
import { inTransaction } from '../db/transaction.ts'
import { uuidv7 } from '../db/uuid.ts'
import { keptByVersion } from './kept-by-version.ts'

const { db, owner, clear } = await testDb()
beforeEach(clear)

const written = () =>
  inTransaction(owner.db, (tx) =>
    audit(tx, publicActor, { what: 'claim.declare', subjectId: uuidv7(), at: now }),
  )

/** Something that is made when it is let go on, and says how often that was. */
function slow() {
  const waiting: (() => void)[] = []
  let made = 0
  const make = async () => {
    made += 1
    const own = made
    await new Promise<void>((done) => waiting.push(done))
    return own
  }
  const goOn = async () => {
    await expect.poll(() => waiting.length).toBe(1)
    waiting.shift()!()
  }
  return { make, goOn, made: () => made }
}

test('many who ask at once have it made once, and again only when something was written', async () => {
  const kept = keptByVersion<number>(5)
  let made = 0
  const ask = () => kept(db, 'a', () => Promise.resolve(++made))
  expect(await Promise.all([ask(), ask(), ask()])).toEqual([1, 1, 1])
  expect(await ask()).toBe(1)
  await written()
  expect([await ask(), await ask()]).toEqual([2, 2])
})

test('what is asked for while an older one is made is newer, and waits for one more, however much is written', async () => {
  const kept = keptByVersion<number>(5)
  const { make, goOn, made } = slow()
  const first = kept(db, 'a', make)
  await expect.poll(made).toBe(1)
  await written()
  const second = kept(db, 'a', make)
  await written()
  const third = kept(db, 'a', make)
  await goOn()
  expect(await first).toBe(1)
  await goOn()
  expect(await Promise.all([second, third])).toEqual([2, 2])
  expect(await kept(db, 'a', make)).toBe(2)
})

test('what failed is made again, and keys are kept apart', async () => {
  const kept = keptByVersion<string>(5)
  await expect(kept(db, 'a', () => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
  expect(await kept(db, 'a', () => Promise.resolve('whole'))).toBe('whole')
  expect(await kept(db, 'b', () => Promise.resolve('other'))).toBe('other')
  expect(await kept(db, 'a', () => Promise.resolve('again'))).toBe('whole')
})

test('of too many keys the one asked for longest ago is forgotten', async () => {
  const kept = keptByVersion<string>(2)
  for (const key of ['a', 'b', 'a', 'c']) await kept(db, key, () => Promise.resolve('first'))
  expect(await kept(db, 'a', () => Promise.resolve('second'))).toBe('first')
  expect(await kept(db, 'b', () => Promise.resolve('second'))).toBe('second')
})
