import { expect, test } from 'vitest'
import { now } from '@semai/testkit/scene'
import { testDb } from '@semai/testkit/test-db'
import { inTransaction } from '../db/transaction.ts'
import { readLink, signLink, spendLink } from './signed-link.ts'

const { db } = await testDb()
const expires = new Date(now.getTime() + 86_400_000)

const code = (promise: Promise<unknown>) =>
  promise.then(
    () => 'good',
    (problem: { code?: string }) => problem.code ?? 'broken',
  )

test('a link says what it is for, to this site only, and for its purpose only', async () => {
  const link = await signLink(db, { purpose: 'still_running', subject: 'INV-0001', expires }, now)
  expect(await readLink(db, 'still_running', link, now)).toEqual({
    purpose: 'still_running',
    subject: 'INV-0001',
    expires: new Date(Math.floor(expires.getTime() / 1000) * 1000),
  })
  expect(await code(readLink(db, 'recovery', link, now))).toBe('not-found')
  expect(await code(readLink(db, 'still_running', link, expires))).toBe('not-found')
})

test('altered by one character, at any place, it is nothing', async () => {
  const link = await signLink(db, { purpose: 'still_running', subject: 'INV-0001', expires }, now)
  for (let i = 0; i < link.length; i++) {
    const other = link[i] === 'A' ? 'B' : 'A'
    const altered = link.slice(0, i) + other + link.slice(i + 1)
    expect(await code(readLink(db, 'still_running', altered, now)), altered).toBe('not-found')
  }
  for (const broken of ['', '.', link + '.', link.slice(1), link + 'A', `${link}=`]) {
    expect(await code(readLink(db, 'still_running', broken, now)), broken).toBe('not-found')
  }
})

test('it works once, also when two press the button together', async () => {
  const link = await signLink(db, { purpose: 'still_running', subject: 'INV-0001', expires }, now)
  const press = () => code(inTransaction(db, (db) => spendLink(db, 'still_running', link, now)))
  expect((await Promise.all([press(), press()])).sort()).toEqual(['conflict', 'good'])
  expect(await press()).toBe('conflict')
  expect(await code(readLink(db, 'still_running', link, now))).toBe('good')
})
