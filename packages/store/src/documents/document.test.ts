import { beforeEach, expect, test } from 'vitest'
import { replicationDocumentKinds } from '@semai/domain/documents/official-document'
import type { Actor } from '@semai/domain/people/actor'
import { startForm } from '@semai/domain/replications/replication.form'
import { agencies, cast } from '@semai/testkit/cast'
import { codeOf } from '@semai/testkit/outcome'
import { castAgencies, castPeople } from '@semai/testkit/people'
import { anInnovation, now } from '@semai/testkit/scene'
import { testDb } from '@semai/testkit/test-db'
import { startReplication } from '../replications/replication-start.commands.ts'
import { takeBackSigned, writeDocument } from './document.commands.ts'
import { documentsOf, openDocument } from './document.queries.ts'
import { trackedDocument } from './tracked-document.ts'

const { db, owner, clear } = await testDb()
let code: string

beforeEach(async () => {
  await clear()
  await castAgencies(owner.db)
  await castPeople(owner.db)
  const given = { code: 'INV-7001', name: 'Antar Obat', organisation_id: agencies.otherOffice }
  const { id: innovationId } = await anInnovation(owner.db, given)
  const said = startForm.parse({
    organisation: agencies.healthOffice,
    route: 'letter',
    localName: 'Obat Tiba',
    year: '2027',
  })
  code = await startReplication(db, cast.author, { innovationId, said, now, updateMonth: 3 })
})

const write = (
  actor: Actor = cast.author,
  kind: (typeof replicationDocumentKinds)[number] = 'interest_letter',
) => writeDocument(db, actor, { code, kind, now })

test('every document is written from what is on record, names both sides, and is kept as it was', async () => {
  const written = []
  for (const kind of replicationDocumentKinds)
    written.push(await openDocument(db, cast.author, { document: await write(cast.author, kind), now }))
  expect(written.map(({ kind }) => kind)).toEqual([...replicationDocumentKinds])
  for (const { content } of written) {
    const text = JSON.stringify(content)
    expect([
      content.title.length > 5,
      text.includes('Antar Obat'),
      text.toLowerCase().includes('dinas kesehatan sukamaju'),
    ]).toEqual([true, true, true])
    expect(JSON.stringify(content.body)).not.toMatch(/null|undefined|\[object/)
  }
  await owner.db.updateTable('innovation').set({ name: 'Nama Lain' }).execute()
  const [first] = written
  expect((await openDocument(db, cast.author, { document: first!.code, now })).content).toEqual(
    first!.content,
  )
})

test('both sides, mentors and the hub read them; others learn from a code only what it leads to', async () => {
  const document = await write()
  const may = async (actor: Actor) => codeOf(openDocument(db, actor, { document, now }))
  expect(await Promise.all([cast['author elsewhere'], cast.mentor, cast.hub, cast.head].map(may))).toEqual(
    Array(4).fill('done'),
  )
  expect(await Promise.all([cast.public, cast.evaluator, cast['sector ministry']].map(may))).toEqual(
    Array(3).fill('forbidden'),
  )
  expect(await trackedDocument(db, cast.public, { document: document.toLowerCase(), now })).toMatchObject({
    kind: 'interest_letter',
    replication: code,
    organisation: 'Dinas Kesehatan Sukamaju',
    signedOn: null,
    mayOpen: false,
    maySign: false,
  })
  expect(await codeOf(trackedDocument(db, cast.public, { document: 'AAAA-AAAA', now }))).toBe('not-found')
})

test('the adopter or a mentor writes, the adopter takes the signed one back, on a day that has come', async () => {
  const document = await write(cast.mentor)
  expect([await codeOf(write(cast['author elsewhere'])), await codeOf(write(cast.public))]).toEqual([
    'forbidden',
    'forbidden',
  ])
  const sign = (signedOn: string, actor: Actor = cast.author) =>
    takeBackSigned(db, actor, { said: { document, number: '500/2', signedOn, link: null }, now })
  expect([await codeOf(sign('2026-03-03')), await codeOf(sign('2026-03-01', cast.mentor))]).toEqual([
    'invalid',
    'forbidden',
  ])
  await sign('2026-03-01')
  const { rows } = await documentsOf(db, cast.author, { code, now })
  expect(rows).toMatchObject([{ code: document, signedNumber: '500/2', signedOn: '2026-03-01' }])
  const events = await owner.db
    .selectFrom('audit_event')
    .select('what')
    .where('what', 'like', 'document%')
    .orderBy('id')
    .execute()
  expect(events.map(({ what }) => what)).toEqual(['document.write', 'document.sign'])
})
