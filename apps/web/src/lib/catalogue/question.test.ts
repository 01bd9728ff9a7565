import { publicActor } from '@semai/domain/people/actor'
import { innovationFilterForm } from '@semai/domain/innovations/innovation-filter.form'
import { now, today } from '@semai/testkit/scene'
import { testDb } from '@semai/testkit/test-db'
import { expect, test } from 'vitest'
import { askedList, cursorOf } from './question.ts'

const { db } = await testDb()
const locals = { db, actor: publicActor, now, today, lang: 'id' } as unknown as App.Locals
const id = '01a201e6-4873-7279-9c05-3550c8a2d1e5'
const ask = (typed: object, cursor?: string | null) =>
  askedList(locals, innovationFilterForm.parse(typed), { cursor: cursor ?? undefined, limit: 20 })

test('a cursor leads back to the place it was made from', async () => {
  const { question } = await ask({}, cursorOf(['-infinity', id], 'terbaru'))
  expect(question.after).toEqual(['-infinity', id])
})

test.each([
  ['of another order', {}, cursorOf(['7', id], 'replikasi')],
  ['with a key that is no day', {}, cursorOf(["2020-01-01' or true", id], 'terbaru')],
  ['with an id that is none', {}, cursorOf(['2020-01-01', 'x'], 'terbaru')],
  ['that nobody wrote', {}, 'bukan-kursor'],
])('a cursor %s is refused', async (_, typed, cursor) => {
  await expect(ask(typed, cursor)).rejects.toMatchObject({ where: 'cursor' })
})

test('a text without a word to search for finds nothing rather than everything', async () => {
  expect((await ask({ q: '???' })).question.tsquery).toBe('')
  expect((await ask({})).question.tsquery).toBe(null)
})
