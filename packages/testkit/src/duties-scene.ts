import { reportForm } from '@semai/domain/monitoring/quarterly-report.form'
import { endedQuarter } from '@semai/domain/monitoring/reporting-quarter'
import {
  factsForm,
  milestoneForm,
  recommendForm,
  startForm,
} from '@semai/domain/replications/replication.form'
import { slotForm, visitRequestForm } from '@semai/domain/study-visits/study-visit.form'
import { dayIn } from '@semai/domain/time/clock'
import type { Db } from '@semai/store/db/transaction'
import { uuidv7 } from '@semai/store/db/uuid'
import { keepReport, takeReportStep } from '@semai/store/monitoring/report.commands'
import { saveMilestone } from '@semai/store/replications/milestone.commands'
import { recommend } from '@semai/store/replications/recommend.commands'
import { saveFacts } from '@semai/store/replications/replication-facts.commands'
import { startReplication } from '@semai/store/replications/replication-start.commands'
import { takeReplicationStep } from '@semai/store/replications/take-replication-step'
import { openSlot, requestVisit } from '@semai/store/study-visits/study-visit-ask.commands'
import { agencies, cast } from './cast.ts'
import { anInnovation } from './scene.ts'

const dayMs = 86_400_000
const { author, hub, 'author elsewhere': host } = cast
const origins = [
  ['INV-S9201', 'warung-obat-rekaan', 'Warung Obat (rekaan)'],
  ['INV-S9202', 'kapal-obat-rekaan', 'Kapal Obat (rekaan)'],
  ['INV-S9203', 'sepeda-obat-rekaan', 'Sepeda Obat (rekaan)'],
] as const

/**
 * Something waits for everybody who takes part in a replication: an overdue milestone and report, a study visit to answer, a
 * report and a footing to check, a recommendation without an answer. Invented, begun 120 days before `now`. After
 * `castAgencies` and `castPeople`, where the adopter's region is known. Returns the codes, in the order of their beginning.
 */
export async function castDuties(db: Db, now: Date): Promise<[late: string, ready: string]> {
  const [late, ready] = [await begin(db, now, 0), await begin(db, now, 1)]
  await lateWork(db, late, now)
  await readyWork(db, ready, now)
  await visitAsked(db, late, now)
  const [, slug] = origins[2]
  await anInnovation(db, {
    code: origins[2][0],
    slug,
    name: origins[2][2],
    organisation_id: agencies.otherOffice,
  })
  const said = recommendForm.parse({
    innovation: slug,
    organisations: 'dinas-kesehatan-sukamaju',
    why: 'Antrean obat menumpuk (rekaan)',
    answerBy: dayIn(new Date(now.getTime() - 5 * dayMs)),
  })
  await recommend(db, hub, { said, now: began(now) })
  return [late, ready]
}

const began = (now: Date) => new Date(now.getTime() - 120 * dayMs)

async function begin(db: Db, now: Date, at: 0 | 1): Promise<string> {
  const [code, slug, name] = origins[at]
  const { id } = await anInnovation(db, { code, slug, name, organisation_id: agencies.otherOffice })
  const organisation = at === 0 ? 'dinas-kesehatan-sukamaju' : 'puskesmas-sukamaju'
  const said = startForm.parse({
    organisation,
    route: 'letter',
    localName: at === 0 ? 'Obat Pulau' : 'Obat Bukit',
  })
  return startReplication(db, author, { innovationId: id, said, now: began(now), updateMonth: 3 })
}

async function lateWork(db: Db, code: string, now: Date): Promise<void> {
  const plannedOn = dayIn(new Date(now.getTime() - 10 * dayMs))
  const said = milestoneForm.parse({ kind: 'plan', plannedOn })
  await saveMilestone(db, author, { code, said, now: began(now) })
  const day = dayIn(began(now))
  await takeReplicationStep(db, author, { code, step: 'begin', day, now: began(now), updateMonth: 3 })
}

async function readyWork(db: Db, code: string, now: Date): Promise<void> {
  const day = dayIn(began(now))
  await takeReplicationStep(db, author, { code, step: 'run', day, now: began(now), updateMonth: 3 })
  const footing = { legalBasis: 'Perbup 4 (rekaan)', budgetLine: '1.02.02.2.02', procedure: 'SOP 7 (rekaan)' }
  const facts = factsForm.parse({ revision: '0', localName: 'Obat Bukit', ...footing })
  await saveFacts(db, author, { code, said: facts, now })
  const report = {
    key: uuidv7(),
    replication: code,
    ...endedQuarter(dayIn(now)),
    activities: 'Melatih kader (rekaan)',
  }
  const { id } = await keepReport(db, author, { said: reportForm.parse(report), now })
  await takeReportStep(db, author, { id, step: 'submit', now })
}

async function visitAsked(db: Db, replication: string, now: Date): Promise<void> {
  const heldOn = dayIn(new Date(now.getTime() + 20 * dayMs))
  const said = slotForm.parse({ heldOn, mode: 'virtual', capacity: '8' })
  const slot = await openSlot(db, host, { slug: origins[0][1], said, now })
  const questions = 'Bagaimana perahunya dibayar?'
  const asked = visitRequestForm.parse({ slot, replication, people: '3', questions })
  await requestVisit(db, author, { said: asked, now })
}
