import { beforeEach, expect, test } from 'vitest'
import { agencies, cast } from '@semai/testkit/cast'
import type { CastName } from '@semai/testkit/cast'
import { aCategory, completeContent } from '@semai/testkit/complete-content'
import { countedQueries } from '@semai/testkit/counted-queries'
import { castAgencies, castPeople } from '@semai/testkit/people'
import { now } from '@semai/testkit/scene'
import { testDb } from '@semai/testkit/test-db'
import { saveEdit, startEdit, takeEditStep } from './innovation-edit.commands.ts'
import { innovationPage } from './innovation-page.queries.ts'
import type { InnovationPage } from './innovation-page.queries.ts'
import { innovationPreview } from './innovation-preview.queries.ts'

const { db, owner, clear } = await testDb()
const { author } = cast

beforeEach(async () => {
  await clear()
  await castAgencies(owner.db)
  await castPeople(owner.db, ['author', 'local admin'])
  await aCategory(owner.db)
})

/** All of a page but what only publishing gives. */
const shown = ({ id: _, code: __, slug: ___, ...rest }: InnovationPage) => rest
const preview = (id: string) => innovationPreview(db, author, { id, now })

async function publish(id: string): Promise<string> {
  await takeEditStep(db, author, { id, step: 'submit', now })
  return (await takeEditStep(db, cast['local admin'], { id, step: 'publish', now })).slug!
}

test('a new text is shown as its page will be, and a change of it too', async () => {
  const organisationId = agencies.healthOffice
  const first = await startEdit(db, author, { organisationId, innovationId: null, now })
  await saveEdit(db, author, { id: first, revision: 0, content: completeContent, now })
  const before = await preview(first)
  expect([before.innovation.code, before.innovation.name]).toEqual(['', completeContent.name])
  const slug = await publish(first)
  const page = await innovationPage(db, cast.public, slug)
  expect(shown(before.innovation)).toEqual(shown(page))

  const second = await startEdit(db, author, { organisationId: null, innovationId: page.id, now })
  const content = {
    ...completeContent,
    name: 'Antar Obat Pulau Jauh',
    expansion: 'AOPJ',
    started: null,
    goals: [10, 3],
  }
  await saveEdit(db, author, { id: second, revision: 0, content, now })
  const changed = await preview(second)
  expect(changed.innovation.name).toBe('Antar Obat Pulau Jauh')
  await saveEdit(db, author, { id: second, revision: 1, content: { ...content, started: '2024' }, now })
  const last = await preview(second)
  await publish(second)
  expect(last.innovation).toEqual(await innovationPage(db, cast.public, slug))
  expect((await innovationPage(db, cast.public, slug)).version).toBe(2)
})

test('an unfinished text is shown as far as it goes', async () => {
  const id = await startEdit(db, author, {
    organisationId: agencies.healthOffice,
    innovationId: null,
    now,
  })
  const { innovation, state } = await preview(id)
  expect([state, innovation.name, innovation.summary, innovation.facts]).toEqual(['draft', '', null, []])
})

test('who may not read the text learns nothing; a new one costs one query', async () => {
  const id = await startEdit(db, author, {
    organisationId: agencies.healthOffice,
    innovationId: null,
    now,
  })
  const others = [
    'public',
    'author elsewhere',
    'local admin elsewhere',
    'hub',
    'secretariat',
    'head',
  ] as const
  for (const name of others satisfies readonly CastName[]) {
    await expect(innovationPreview(db, cast[name], { id, now }), name).rejects.toMatchObject({
      code: 'not-found',
    })
  }
  await expect(preview('bukan-naskah')).rejects.toMatchObject({ code: 'not-found' })
  const asked = countedQueries(db, (db) => innovationPreview(db, cast['local admin'], { id, now }))
  expect(await asked).toBe(1)
})
