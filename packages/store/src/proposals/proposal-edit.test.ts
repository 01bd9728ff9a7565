import { beforeAll, expect, test } from 'vitest'
import { proposalText } from '@semai/domain/proposals/proposal-form'
import { agencies, cast } from '@semai/testkit/cast'
import { aCategory, completeContent } from '@semai/testkit/complete-content'
import { countedQueries } from '@semai/testkit/counted-queries'
import { castAgencies, castPeople } from '@semai/testkit/people'
import { now } from '@semai/testkit/scene'
import { testDb } from '@semai/testkit/test-db'
import { saveEdit, startEdit, takeEditStep } from '../innovations/innovation-edit.commands.ts'
import { saveProposal, settleProposalCopy, showAtProposal, startProposal } from './proposal-edit.commands.ts'
import { othersAtProposal, proposalPage, proposalsOf } from './proposal-edit.queries.ts'

const { db, owner } = await testDb()
const { author } = cast
const formKey = 'kipp-2023-umum'
let slug: string

// Not cleared between tests: the form came with the migration.
beforeAll(async () => {
  await castAgencies(owner.db)
  await castPeople(owner.db, ['author', 'local admin'])
  await aCategory(owner.db)
  const id = await startEdit(db, author, { organisationId: agencies.healthOffice, innovationId: null, now })
  const content = {
    ...completeContent,
    results: [{ indicator: 'Tunggu', before: '7', after: '1', unit: 'hari', source: '' }],
  }
  await saveEdit(db, author, { id, revision: 0, content, now })
  await takeEditStep(db, author, { id, step: 'submit', now })
  slug = (await takeEditStep(db, cast['local admin'], { id, step: 'publish', now })).slug!
})

const start = (actor = author) => startProposal(db, actor, { slug, formKey, now })
const page = (id: string, actor = author) => proposalPage(db, actor, { id, now })
const events = async (subject: string) => {
  const rows = await owner.db
    .selectFrom('audit_event')
    .select('what')
    .where('subject_id', '=', subject)
    .orderBy('id')
    .execute()
  return rows.map(({ what }) => what)
}

test('the form of KIPP 2023 has eight aspects; the seven with a weight make a hundred', async () => {
  const { form } = await page(await start())
  expect(form.aspects.map(({ key, weight, most_words }) => [key, weight, most_words])).toEqual([
    ['ringkasan', 0, 200],
    ['latar-belakang', 10, null],
    ['kebaruan', 15, null],
    ['implementasi', 5, null],
    ['signifikansi', 30, null],
    ['adaptabilitas', 20, null],
    ['sumber-daya', 5, null],
    ['keberlanjutan', 15, null],
  ])
  expect(form.aspects.reduce((sum, { weight }) => sum + weight, 0)).toBe(100)
  expect(form.name.id).toBe('KIPP 2023, Kelompok Umum')
})

test('a proposal begins with the words of the record, once for each form, and the record stays', async () => {
  const before = await owner.db.selectFrom('innovation').selectAll().execute()
  const id = await start()
  expect(await start(cast['local admin'])).toBe(id)
  const { content, points } = await page(id)
  expect([content['ringkasan'], content['signifikansi'], content['implementasi']]).toEqual([
    completeContent.summary,
    `Tunggu: 7 → 1 hari\n${completeContent.users}`,
    '',
  ])
  expect(points.find(({ field }) => field === 'ringkasan')).toMatchObject({ isMet: true, words: 11 })
  expect(await owner.db.selectFrom('innovation').selectAll().execute()).toEqual(before)
  const innovationId = before[0]!.id
  expect((await proposalsOf(db, innovationId)).map(({ key, id }) => [key, id])).toEqual([[formKey, id]])
})

test('saves count up; a text typed on an older revision is kept beside and can be taken', async () => {
  const id = await start()
  const save = (revision: number, kebaruan: string, actor = author) =>
    saveProposal(db, actor, { id, revision, content: { kebaruan, lain: 'tidak ditanya' }, now })
  expect(await save(0, 'Pertama')).toMatchObject({ kind: 'saved', revision: 1 })
  const late = await save(0, 'Terlambat', cast['local admin'])
  expect(late).toMatchObject({ kind: 'conflict', revision: 1 })
  const { content, copies } = await page(id)
  expect([content['kebaruan'], 'lain' in content, copies.map(({ content }) => content['kebaruan'])]).toEqual([
    'Pertama',
    false,
    ['Terlambat'],
  ])
  await settleProposalCopy(db, author, { id, copyId: copies[0]!.id, isUsed: true, now })
  expect((await page(id)).content['kebaruan']).toBe('Terlambat')
  expect(await events(id)).toEqual([
    'proposal_edit.start',
    'proposal_edit.save',
    'proposal_edit.copy',
    'proposal_edit.copy',
    'proposal_edit.settle',
  ])
  expect(proposalText((await page(id)).form, (await page(id)).content, 'Antar Obat')).toContain(
    '3. Kebaruan atau nilai tambah (bobot 15; 1 kata)\n\nTerlambat',
  )
})

test('only the people of its unit see it, and a page costs one query', async () => {
  const id = await start()
  for (const name of [
    'public',
    'author elsewhere',
    'local admin elsewhere',
    'hub',
    'secretariat',
    'evaluator',
  ] as const) {
    await expect(page(id, cast[name]), name).rejects.toMatchObject({ code: 'not-found' })
  }
  await expect(start(cast['author elsewhere'])).rejects.toMatchObject({ code: 'forbidden' })
  await expect(startProposal(db, author, { slug, formKey: 'lain', now })).rejects.toMatchObject({
    code: 'not-found',
  })
  await showAtProposal(db, cast['local admin'], { id, now })
  expect(await othersAtProposal(db, author, { id, now })).toEqual([{ name: 'Wayan Sudarma' }])
  expect(await countedQueries(db, (db) => proposalPage(db, author, { id, now }))).toBe(1)
})
