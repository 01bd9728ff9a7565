import { beforeEach, expect, test } from 'vitest'
import { emptyPlan } from '@semai/domain/action-plans/plan'
import { planContent } from '@semai/domain/action-plans/plan.form'
import { reportForm } from '@semai/domain/monitoring/quarterly-report.form'
import { needContent } from '@semai/domain/needs/need.form'
import type { Actor } from '@semai/domain/people/actor'
import { slotForm, visitReportForm, visitRequestForm } from '@semai/domain/study-visits/study-visit.form'
import { agencies, cast } from '@semai/testkit/cast'
import { codeOf } from '@semai/testkit/outcome'
import { aReplication } from '@semai/testkit/replication-scene'
import { now } from '@semai/testkit/scene'
import { testDb } from '@semai/testkit/test-db'
import { agreePlan, savePlan } from '../action-plans/plan.commands.ts'
import { writePlanDocument } from '../action-plans/plan-document.commands.ts'
import { keepReport, takeReportStep } from '../monitoring/report.commands.ts'
import { writeReportDocument } from '../monitoring/report-document.commands.ts'
import { startNeed, takeNeedStep } from '../needs/need.commands.ts'
import { writeGapSheet } from '../needs/need-document.commands.ts'
import { openSlot, requestVisit } from '../study-visits/study-visit-ask.commands.ts'
import { saveReport, takeVisitStep } from '../study-visits/study-visit-step.commands.ts'
import { writeVisitReport } from '../study-visits/visit-document.commands.ts'
import { openDocument } from './document.queries.ts'
import { trackedDocument } from './tracked-document.ts'

const { db, owner, clear } = await testDb()
const { author, mentor } = cast
let code: string

beforeEach(async () => {
  await clear()
  code = await aReplication(owner.db, db, now)
})

/** Who of these may read a document, by what they are told. */
const readers = async (document: string) => {
  const ask = (actor: Actor) => codeOf(openDocument(db, actor, { document, now }))
  const people = [author, mentor, cast['author elsewhere'], cast.secretariat, cast.evaluator, cast.public]
  return Promise.all(people.map(ask))
}
const textOf = async (document: string, actor: Actor = author) =>
  JSON.stringify((await openDocument(db, actor, { document, now })).content)

const aNeed = () =>
  startNeed(db, author, {
    organisationId: agencies.healthOffice,
    content: needContent.parse({
      title: 'Obat terlambat tiba di pulau',
      sector: 'health',
      statement: 'Warga pulau menunggu obat sampai tiga minggu.',
      indicator: 'Lama menunggu obat',
      unit: 'hari',
      baseline: '21',
      target: '3',
      affected: '4.200',
      evidence: 'Catatan apotek 2025',
      urgency: 5,
      impact: 4,
      authority: 5,
      readiness: 3,
    }),
    now,
  })

test('the sheet of a need says its gap; a draft is for its own people, a stated one for everyone', async () => {
  const id = await aNeed()
  const draft = await writeGapSheet(db, author, { id, now })
  expect(await codeOf(writeGapSheet(db, cast.public, { id, now }))).toBe('not-found')
  expect(await readers(draft)).toEqual(['done', 'done', 'not-found', 'not-found', 'not-found', 'not-found'])
  await takeNeedStep(db, author, { id, step: 'state', now })
  const stated = await writeGapSheet(db, cast.public, { id, now })
  expect(stated).not.toBe(draft)
  expect(await readers(stated)).toEqual(Array(6).fill('done'))
  expect(await readers(draft)).toEqual(['done', 'done', 'forbidden', 'forbidden', 'forbidden', 'forbidden'])
  const text = await textOf(stated)
  for (const words of ['Obat terlambat tiba di pulau', '"21","3","18"', '4.200 orang', 'Catatan apotek 2025'])
    expect(text).toContain(words)
  expect(await trackedDocument(db, cast.public, { document: stated, now })).toMatchObject({
    kind: 'gap_sheet',
    name: 'Obat terlambat tiba di pulau',
    need: id,
    replication: null,
    mayOpen: true,
  })
})

test('asked for again while nothing has changed it is the same document, also at the same second', async () => {
  const id = await aNeed()
  const later = new Date(now.getTime() + 86_400_000)
  const codes = await Promise.all(
    [now, now, later].map((moment) => writeGapSheet(db, author, { id, now: moment })),
  )
  expect(new Set(codes).size).toBe(1)
  const events = await owner.db
    .selectFrom('audit_event')
    .select('what')
    .where('what', '=', 'document.write')
    .execute()
  expect(events.length).toBe(1)
})

test('an agreed plan is for everyone, its working text for those involved', async () => {
  const content = planContent.parse({
    ...emptyPlan(2026),
    activities: [{ name: 'Melatih kader', output: '20 kader', post: 'Kepala bidang', quarters: ['2026-2'] }],
  })
  expect(await codeOf(writePlanDocument(db, author, { code, which: 'draft', now }))).toBe('not-found')
  await savePlan(db, author, { code, revision: 0, content, now })
  const draft = await writePlanDocument(db, author, { code, which: 'draft', now })
  expect(await codeOf(writePlanDocument(db, cast.public, { code, which: 'draft', now }))).toBe('not-found')
  expect(await readers(draft)).toEqual(['done', 'done', 'done', 'done', 'forbidden', 'forbidden'])
  await agreePlan(db, author, { code, revision: 1, now })
  const agreed = await writePlanDocument(db, cast.public, { code, which: { version: 1 }, now })
  expect(await readers(agreed)).toEqual(Array(6).fill('done'))
  expect(await textOf(agreed)).toContain('"Melatih kader","20 kader","Kepala bidang","2026: II"')
  expect(await codeOf(writePlanDocument(db, author, { code, which: { version: 2 }, now }))).toBe('not-found')
})

test('a quarterly report is read as its state allows, and the document of an earlier state as that one did', async () => {
  const id = '00000000-0000-4000-8000-000000000001'
  const said = reportForm.parse({
    key: id,
    replication: code,
    year: '2026',
    quarter: '1',
    activities: 'Melatih 20 kader',
    realisation: '12.000.000',
    indicators: 'Waktu tunggu | 15 menit',
  })
  await keepReport(db, author, { said, now })
  const draft = await writeReportDocument(db, author, { id, now })
  expect(await codeOf(writeReportDocument(db, mentor, { id, now }))).toBe('not-found')
  expect(await readers(draft)).toEqual(['done', ...Array(5).fill('forbidden')])
  await takeReportStep(db, author, { id, step: 'submit', now })
  await takeReportStep(db, mentor, { id, step: 'verify', now })
  const verified = await writeReportDocument(db, cast.public, { id, now })
  expect(await readers(verified)).toEqual(Array(6).fill('done'))
  expect(await readers(draft)).toEqual(['done', ...Array(5).fill('forbidden')])
  const text = await textOf(verified, cast.public)
  for (const words of [
    'LAPORAN TRIWULAN I TAHUN 2026',
    'Rp12.000.000',
    '"Waktu tunggu","15 menit"',
    'terverifikasi',
  ])
    expect(text).toContain(words)
})

test('the report of a study visit is for both sides and those who guide', async () => {
  const host = cast['author elsewhere']
  const { slug } = await owner.db.selectFrom('innovation').select('slug').executeTakeFirstOrThrow()
  const slotSaid = slotForm.parse({
    heldOn: '2026-03-20',
    mode: 'on_site',
    place: 'Aula dinas',
    capacity: '5',
  })
  const slot = await openSlot(db, host, { slug, said: slotSaid, now })
  const asked = { slot, replication: code, people: '3', questions: 'Bagaimana perahu dibiayai?' }
  const id = await requestVisit(db, author, { said: visitRequestForm.parse(asked), now })
  await takeVisitStep(db, host, { id, step: 'accept', now })
  await saveReport(db, author, { id, said: visitReportForm.parse({ cost: 'Rp2 juta tiap perahu' }), now })
  await takeVisitStep(db, author, { id, step: 'report', day: '2026-03-01', now })
  expect(await codeOf(writeVisitReport(db, cast.public, { id, now }))).toBe('not-found')
  const document = await writeVisitReport(db, host, { id, now })
  expect(await readers(document)).toEqual(['done', 'done', 'done', 'done', 'forbidden', 'forbidden'])
  const text = await textOf(document)
  for (const words of ['Bagaimana perahu dibiayai?', 'Rp2 juta tiap perahu', 'Minggu, 1 Maret 2026'])
    expect(text).toContain(words)
})
