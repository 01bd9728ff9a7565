import { budgetLinkForm } from '@semai/domain/action-plans/budget.form'
import { commitmentForm } from '@semai/domain/action-plans/commitment.form'
import { planContent } from '@semai/domain/action-plans/plan.form'
import { reportForm } from '@semai/domain/monitoring/quarterly-report.form'
import { endedQuarter } from '@semai/domain/monitoring/reporting-quarter'
import { emptySelection } from '@semai/domain/needs/selection'
import type { Scores } from '@semai/domain/needs/selection'
import { needContent } from '@semai/domain/needs/need.form'
import { factsForm } from '@semai/domain/replications/replication.form'
import { dayIn } from '@semai/domain/time/clock'
import { saveBudgetLink } from '@semai/store/action-plans/budget.commands'
import { recordCommitment } from '@semai/store/action-plans/commitment.commands'
import { agreePlan, savePlan } from '@semai/store/action-plans/plan.commands'
import { takeClaimStep } from '@semai/store/claims/take-claim-step'
import type { Db } from '@semai/store/db/transaction'
import { inTransaction } from '@semai/store/db/transaction'
import { uuidv7 } from '@semai/store/db/uuid'
import { keepReport, takeReportStep } from '@semai/store/monitoring/report.commands'
import { startNeed, takeNeedStep } from '@semai/store/needs/need.commands'
import { changeCandidate, recordDecision, saveSelection } from '@semai/store/needs/selection.commands'
import { saveFacts } from '@semai/store/replications/replication-facts.commands'
import { takeReplicationStep } from '@semai/store/replications/take-replication-step'
import { rebuildSearch } from '@semai/store/search/rebuild-search'
import { writeDocument } from '@semai/store/documents/document.commands'
import { agencies, cast } from './cast.ts'
import { anInnovation } from './scene.ts'

const { author: origin, mentor, hub, 'author elsewhere': adopter, 'local admin elsewhere': admin } = cast
const dayMs = 86_400_000

/** What happened so many days before `now`: the moment and its day. */
function ago(now: Date, days: number) {
  const moment = new Date(now.getTime() - days * dayMs)
  return { now: moment, day: dayIn(moment) }
}

/** The year in which it is carried out. */
const budgetYear = (now: Date) => Number(ago(now, 200).day.slice(0, 4))

/**
 * The whole way of one invented replication, begun a year before `now`: a need and its decision, the plan, the commitment,
 * the chain of its budget to the last rupiah, a verified report, a confirmed and verified claim, a footing of its own, and
 * its letters. After `castPlaces` and `castPeople`. Returns its code.
 */
export async function demonstrateWhole(db: Db, now: Date): Promise<string> {
  const code = await decided(db, now)
  await planned(db, code, now)
  await paid(db, code, now)
  await carriedOut(db, code, now)
  for (const kind of ['decision_minute', 'commitment_letter'] as const) {
    await writeDocument(db, adopter, { code, kind, now: ago(now, 300).now })
  }
  return code
}

/** A need that was weighed and decided with a minute; the replication that begins with it. */
async function decided(db: Db, now: Date): Promise<string> {
  const name = { code: 'INV-S9301', slug: 'loket-sebentar-peragaan', name: 'Loket Sebentar (peragaan)' }
  const summary =
    'Berkas kependudukan selesai di kantor desa dalam satu kunjungan. Inovasi rekaan untuk peragaan.'
  const { id: innovationId } = await anInnovation(db, {
    ...name,
    summary,
    organisation_id: agencies.healthOffice,
  })
  await inTransaction(db, (db) => rebuildSearch(db, [innovationId]))
  const start = ago(now, 365)
  const content = needContent.parse({
    title: 'Berkas warga selesai setelah tiga kali datang',
    sector: 'social',
    statement:
      'Warga desa datang rata-rata tiga kali untuk satu berkas kependudukan, karena syaratnya baru diketahui di loket.',
    indicator: 'Kunjungan sampai berkas selesai',
    unit: 'kali',
    baseline: 3,
    target: 1,
    evidence: 'Catatan rekaan loket, 2025',
    urgency: 4,
    impact: 4,
    authority: 5,
    readiness: 4,
  })
  const id = await startNeed(db, adopter, { organisationId: agencies.otherOffice, content, now: start.now })
  await takeNeedStep(db, adopter, { id, step: 'state', now: start.now })
  const meeting = ago(now, 350)
  await changeCandidate(db, admin, { id, innovationId, isIn: true, now: meeting.now })
  const { weights } = emptySelection
  const scores = Object.fromEntries(Object.keys(weights).map((key) => [key, 4])) as Scores
  const table = { weights, candidates: [{ innovationId, scores }] }
  await saveSelection(db, admin, { id, revision: 1, table, now: meeting.now })
  const said = {
    choice: innovationId,
    heldOn: meeting.day,
    present: 'Sekda, Dinas Sosial, Bappeda (rekaan)',
    reason: 'Menjawab masalahnya, murah, dan dapat dimulai tahun ini (rekaan).',
    number: 'BA/11/PERAGAAN',
  }
  await recordDecision(db, admin, { id, said, now: meeting.now })
  const { code } = await db
    .selectFrom('replication')
    .select('code')
    .where('need_id', '=', id)
    .executeTakeFirstOrThrow()
  return code
}

async function planned(db: Db, code: string, now: Date): Promise<void> {
  const at = ago(now, 320)
  const year = budgetYear(now)
  const footing = {
    legalBasis: 'Perbup 4/PERAGAAN',
    budgetLine: '2.12.02.2.01.0004',
    procedure: 'SOP 7/PERAGAAN',
  }
  const facts = {
    revision: '0',
    localName: 'Loket Tirtasari',
    year: String(year),
    form: 'adaptation',
    ...footing,
  }
  await saveFacts(db, adopter, { code, said: factsForm.parse(facts), now: at.now })
  const content = planContent.parse({
    firstYear: year,
    lastYear: year,
    activities: [
      {
        name: 'Melatih petugas 40 desa',
        output: '80 petugas terlatih',
        post: 'Kepala Bidang',
        quarters: [`${year}-1`],
      },
      { name: 'Membuka loket', output: '40 loket', post: 'Camat', quarters: [`${year}-2`, `${year}-3`] },
    ],
    indicators: [
      { name: 'Kunjungan sampai selesai', unit: 'kali', baseline: '3', target: '1', post: 'Kepala Bidang' },
    ],
    risks: [{ risk: 'Petugas desa berganti', response: 'Pelatihan ulang setiap triwulan' }],
    regulations: [{ title: 'Peraturan bupati tentang loket desa', due: `triwulan 1 ${year}` }],
    support: 'Contoh formulir dari instansi asal.',
  })
  await savePlan(db, adopter, { code, revision: 0, content, now: at.now })
  await agreePlan(db, adopter, { code, revision: 1, now: at.now })
}

async function paid(db: Db, code: string, now: Date): Promise<void> {
  const signed = ago(now, 310)
  const year = budgetYear(now)
  const promise = {
    signer: 'Bupati Tirtasari (peragaan)',
    post: 'Bupati Tirtasari',
    number: '900/12/PERAGAAN',
  }
  const said = commitmentForm.parse({ ...promise, signedOn: signed.day, amounts: `${year} | 90.000.000` })
  await recordCommitment(db, adopter, { code, said, now: signed.now })
  const links = [
    ['renja_rkpd', 300, '90.000.000'],
    ['kua_ppas', 280, '90.000.000'],
    ['rka', 260, '88.000.000'],
    ['dpa', 240, '88.000.000'],
    ['realisation', 30, '86.500.000'],
  ] as const
  for (const [link, days, amount] of links) {
    const { now: at, day: on } = ago(now, days)
    const money = { year: String(year), link, number: `${link.toUpperCase()}/PERAGAAN`, on, amount }
    const record = budgetLinkForm.parse({ ...money, subActivity: '2.12.02.2.01.0004' })
    await saveBudgetLink(db, adopter, { code, said: record, now: at })
  }
}

async function carriedOut(db: Db, code: string, now: Date): Promise<void> {
  const step = (name: 'begin' | 'run', days: number) => {
    const { day, now: at } = ago(now, days)
    return takeReplicationStep(db, adopter, { code, step: name, day, now: at, updateMonth: 3 })
  }
  await step('begin', 200)
  const quarter = endedQuarter(dayIn(now))
  const report = { key: uuidv7(), replication: code, ...quarter, activities: 'Membuka 40 loket (rekaan).' }
  const written = { ...report, realisation: '86.500.000', indicators: 'Kunjungan sampai selesai | 1,2 kali' }
  const { id } = await keepReport(db, adopter, { said: reportForm.parse(written), now: ago(now, 20).now })
  await takeReportStep(db, adopter, { id, step: 'submit', now: ago(now, 20).now })
  await takeReportStep(db, mentor, { id, step: 'verify', now: ago(now, 15).now })
  await step('run', 14)
  const { claimId } = await db
    .selectFrom('replication')
    .select('claim_id as claimId')
    .where('code', '=', code)
    .executeTakeFirstOrThrow()
  const common = { id: claimId!, updateMonth: 3, link: null, legalBasis: null, budgetLine: null } as const
  await takeClaimStep(db, origin, { step: 'confirm', now: ago(now, 12).now, ...common })
  const seen = {
    reason: 'Empat loket dikunjungi, berkas selesai sekali datang (rekaan)',
    day: ago(now, 10).day,
  }
  await takeClaimStep(db, hub, { step: 'verify', now: ago(now, 9).now, ...seen, ...common })
  const { now: at, day } = ago(now, 5)
  const reason = 'Perbup, DPA dan SOP dilihat (rekaan)'
  await takeReplicationStep(db, hub, { code, step: 'institutionalise', day, reason, now: at, updateMonth: 3 })
}
