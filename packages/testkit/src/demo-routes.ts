import { budgetLinkForm } from '@semai/domain/action-plans/budget.form'
import { factsForm, recommendForm, startForm } from '@semai/domain/replications/replication.form'
import { dayIn } from '@semai/domain/time/clock'
import { saveBudgetLink } from '@semai/store/action-plans/budget.commands'
import type { Db } from '@semai/store/db/transaction'
import { recommend } from '@semai/store/replications/recommend.commands'
import { saveFacts } from '@semai/store/replications/replication-facts.commands'
import { startReplication } from '@semai/store/replications/replication-start.commands'
import { takeReplicationStep } from '@semai/store/replications/take-replication-step'
import { agencies, cast } from './cast.ts'
import { policeCast } from './police-force.ts'
import { anInnovation } from './scene.ts'

const common = { updateMonth: 3 } as const

/**
 * Invented replications in the ways that the others do not show: a Polres on the state budget, one that was declined, and
 * one that was cancelled. After `castPeople` and `policeForce`.
 */
export async function demonstrateRoutes(db: Db, now: Date): Promise<void> {
  await byThePolice(db, now)
  await declined(db, now)
  await cancelled(db, now)
}

async function byThePolice(db: Db, now: Date): Promise<void> {
  const { id: innovationId } = await anInnovation(db, {
    code: 'INV-S9302',
    slug: 'lapor-cepat-peragaan',
    name: 'Lapor Cepat (peragaan)',
    summary: 'Laporan warga dijawab petugas dalam satu jam. Inovasi rekaan untuk peragaan.',
    organisation_id: agencies.otherOffice,
  })
  const year = String(now.getUTCFullYear())
  const begun = new Date(now.getTime() - 150 * 86_400_000)
  const said = startForm.parse({
    organisation: 'polres-sukamaju',
    route: 'letter',
    localName: 'Lapor Pak Bhabin',
    year,
    region: '35.10',
    letterNumber: 'B/12/PERAGAAN',
    letterOn: dayIn(begun),
  })
  const { author } = policeCast
  const code = await startReplication(db, author, { innovationId, said, now: begun, ...common })
  const links = [
    ['rka_kl', '70.000.000'],
    ['dipa', '70.000.000'],
    ['realisation', '41.000.000'],
  ] as const
  for (const [link, amount] of links) {
    const number = `${link.toUpperCase()}/PERAGAAN`
    const money = { year, link, number, on: dayIn(begun), subActivity: '3128.BMA.002', amount }
    await saveBudgetLink(db, author, { code, said: budgetLinkForm.parse(money), now })
  }
  const footing = {
    legalBasis: 'Keputusan Kapolres 3/PERAGAAN',
    budgetLine: '3128.BMA.002',
    procedure: 'SOP 2/PERAGAAN',
  }
  const facts = factsForm.parse({ revision: '0', localName: 'Lapor Pak Bhabin', year, ...footing })
  await saveFacts(db, author, { code, said: facts, now })
  const day = dayIn(new Date(now.getTime() - 30 * 86_400_000))
  await takeReplicationStep(db, author, { code, step: 'run', day, now, ...common })
}

async function declined(db: Db, now: Date): Promise<void> {
  const said = recommendForm.parse({
    innovation: 'lapor-cepat-peragaan',
    organisations: 'puskesmas-sukamaju',
    why: 'Keluhan lewat telepon sering tidak tercatat (rekaan)',
  })
  const [code] = await recommend(db, cast.hub, { said, now })
  const reason = 'Kami sudah memakai cara lain sejak tahun lalu (rekaan).'
  await takeReplicationStep(db, cast.author, { code: code!, step: 'decline', reason, now, ...common })
}

async function cancelled(db: Db, now: Date): Promise<void> {
  const { id: innovationId } = await db
    .selectFrom('innovation')
    .select('id')
    .where('slug', '=', 'lapor-cepat-peragaan')
    .executeTakeFirstOrThrow()
  const said = startForm.parse({ organisation: 'dinas-kesehatan-sukamaju', route: 'letter' })
  const code = await startReplication(db, cast.author, { innovationId, said, now, ...common })
  const reason = 'Digabung dengan replikasi puskesmas (rekaan).'
  await takeReplicationStep(db, cast.author, { code, step: 'cancel', reason, now, ...common })
}
