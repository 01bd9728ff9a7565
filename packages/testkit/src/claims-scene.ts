import { declareClaim } from '@semai/store/claims/declare-claim'
import { takeClaimStep } from '@semai/store/claims/take-claim-step'
import { sendCorrection } from '@semai/store/corrections/correction.commands'
import { correctableRecord } from '@semai/store/corrections/correction.queries'
import { inTransaction } from '@semai/store/db/transaction'
import type { Db } from '@semai/store/db/transaction'
import { requestAccount } from '@semai/store/people/account-request.commands'
import { rebuildSearch } from '@semai/store/search/rebuild-search'
import { agencies, cast } from './cast.ts'
import { anInnovation } from './scene.ts'

/** Slug of the invented innovation that the cast runs. */
export const sharedInnovation = 'antar-obat-peragaan'

/** Inserts an invented innovation of one regency's office, after `castAgencies`. */
export async function castInnovation(db: Db): Promise<string> {
  const { id } = await anInnovation(db, {
    code: 'INV-S9001',
    slug: sharedInnovation,
    name: 'Antar Obat (peragaan)',
    summary: 'Obat rutin diantar ke rumah setiap pekan. Inovasi rekaan untuk peragaan.',
    organisation_id: agencies.otherOffice,
  })
  await inTransaction(db, (db) => rebuildSearch(db, [id]))
  return id
}

const said = {
  region: '35.10',
  start: '2025-05',
  bound: 'on',
  form: 'adaptation',
  scope: null,
  localName: null,
  evidence: 'Keputusan kepala dinas 12/2025 (rekaan)',
  evidenceLink: null,
  legalBasis: null,
  budgetLine: null,
} as const

/**
 * Claims of the cast in each way they can stand, a correction and a request for an account: what the desks of a
 * demonstration have to show. After `castPeople`.
 */
export async function castClaims(db: Db, now: Date): Promise<void> {
  const innovationId = await castInnovation(db)
  const common = { now, updateMonth: 3, link: null, legalBasis: null, budgetLine: null } as const
  const declare = (organisation: string) =>
    declareClaim(db, cast['local admin'], { innovationId, said: { ...said, organisation }, ...common })
  await declare('dinas-kesehatan-sukamaju')
  const verified = await declare('puskesmas-sukamaju')
  await takeClaimStep(db, cast['author elsewhere'], { id: verified, step: 'confirm', ...common })
  const seen = { reason: 'Loket dikunjungi, 40 pasien terlayani (rekaan)', day: '2026-02-20' }
  await takeClaimStep(db, cast.hub, { id: verified, step: 'verify', ...seen, ...common })
  const disputed = await declare('pemerintah-kabupaten-sukamaju')
  const reason = 'Yang berjalan belum seperti inovasi kami (rekaan)'
  await takeClaimStep(db, cast['author elsewhere'], { id: disputed, step: 'dispute', reason, ...common })
  const record = await correctableRecord(db, 'organisation', 'dinas-kesehatan-sukamaju')
  const wrong = { wrong: 'Nama dinas ini sudah berganti (rekaan).', right: 'Dinas Kesehatan dan KB' }
  await sendCorrection(db, { record, said: { ...wrong, source: 'Papan nama di kantornya' }, now })
  await requestAccount(db, {
    organisationId: agencies.healthOffice,
    role: 'author',
    name: 'Tari Lestari',
    email: 'tari.lestari@contoh.test',
    post: 'Pranata humas',
    letterNumber: '800/12/2026',
    now,
  })
}
