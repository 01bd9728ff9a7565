import { only } from '@semai/domain/lifecycle'
import type { Actor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import { hasConflict, runsRounds } from '@semai/domain/rounds/round-parties'
import type { PresentationForm } from '@semai/domain/rounds/round.form'
import type { Says } from '@semai/domain/text/says'
import { atClock } from '@semai/domain/time/clock'
import { audit } from '../db/audit.ts'
import type { Db, Tx } from '../db/transaction.ts'
import { inTransaction } from '../db/transaction.ts'
import { uuidv7 } from '../db/uuid.ts'
import { assessorPool, lociToRead } from './assessors.ts'
import { balancedPlan } from './balanced-plan.ts'
import { loadLocus } from './loci.ts'
import type { LoadedLocus } from './loci.ts'
import { tellAssessors, tellPresentation } from './round-news.ts'
import { roundNamed } from './rounds.ts'
import type { LoadedRound } from './rounds.ts'

type Which = { code: string; now: Date }

/**
 * Somebody is named to assess a locus, and told.
 * @throws Refusal not-found | forbidden | conflict once the round is past assessing, or where they were named before | invalid for who is no
 *   evaluator now, or is of an institution the locus is about; nothing is then written.
 */
export function assignAssessor(
  db: Db,
  actor: Actor,
  { code, locus: id, person, now }: Which & { locus: string; person: string },
): Promise<void> {
  return inTransaction(db, async (db) => {
    const locus = await loadLocus(db, actor, { code, id }, 'for update')
    mustRun(actor, locus.roundState)
    const assessor = (await assessorPool(db, { id: locus.roundId, now })).find((one) => one.id === person)
    if (!assessor) throw fault('person', noEvaluator)
    const parties = { ...locus, assessor: { personId: person, institutionIds: assessor.institutionIds } }
    if (hasConflict(parties)) throw fault('person', sameInstitution)
    const added = await named(db, actor, { pairs: [{ locus: id, person }], now })
    if (added === 0) throw new Refusal('conflict', thereAlready, [{ field: 'person', says: thereAlready }])
    await auditNamed(db, actor, { round: locus.roundId, locus: id, person, now })
    await tellAssessors(db, { code, round: locus.round, people: [person], now })
  })
}

/**
 * Every locus that submitted has as many assessors as the round asks for, the loci spread as evenly as conflicts of interest allow; who was
 * named before stays.
 * @returns how many were named.
 * @throws Refusal not-found | forbidden | conflict once the round is past assessing | invalid where there are too few evaluators.
 */
export function assignBalanced(db: Db, actor: Actor, { code, now }: Which): Promise<number> {
  return inTransaction(db, async (db) => {
    const round = await roundNamed(db, actor, code, 'for update')
    mustRun(actor, round.state)
    const [loci, pool] = [await lociToRead(db, round.id), await assessorPool(db, { id: round.id, now })]
    const pairs = balancedPlan(loci, pool, round.assessors)
    if (pairs === null) throw new Refusal('invalid', tooFew(round.assessors))
    await named(db, actor, { pairs, now })
    const detail = { loci: loci.length, named: pairs.length }
    await audit(db, actor, { what: 'round.assign', subjectId: round.id, at: now, detail })
    await tellAssessors(db, { code, round: round.name, people: pairs.map((pair) => pair.person), now })
    return pairs.length
  })
}

type Named = { pairs: readonly { locus: string; person: string }[]; now: Date }

/** How many of the pairs are new. */
async function named(db: Tx, actor: Actor, { pairs, now }: Named): Promise<number> {
  if (pairs.length === 0) return 0
  const rows = pairs.map(({ locus, person }) => ({
    id: uuidv7(),
    locus_id: locus,
    person_id: person,
    state: 'open' as const,
    recused_why: null,
    assigned_by: actor.personId,
    assigned_at: now,
    sent_at: null,
    presentation_score: null,
    presentation_reason: null,
    presentation_sent_at: null,
  }))
  const added = await db
    .insertInto('round_assessment')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute()
  return added.length
}

/**
 * Somebody no longer assesses a locus, before they sent anything.
 * @throws Refusal not-found | forbidden | conflict once the scores were sent.
 */
export function unassign(
  db: Db,
  actor: Actor,
  { code, locus: id, assessment, now }: Which & { locus: string; assessment: string },
): Promise<void> {
  return inTransaction(db, async (db) => {
    const locus = await loadLocus(db, actor, { code, id }, 'for update')
    mustRun(actor, locus.roundState)
    const gone = await db
      .deleteFrom('round_assessment')
      .where('id', '=', assessment)
      .where('locus_id', '=', id)
      .where('state', '=', 'open')
      .returning('person_id')
      .executeTakeFirst()
    if (!gone) throw new Refusal('conflict', sentAlready)
    const detail = { round: locus.roundId, person: gone.person_id }
    await audit(db, actor, { what: 'round_locus.unassign', subjectId: id, at: now, detail })
  })
}

/**
 * A locus presents at this time and place.
 * @throws Refusal not-found | forbidden | conflict unless the round is assessed or hears presentations, or where none are held | invalid
 *   without a place or an address.
 */
export function planPresentation(
  db: Db,
  actor: Actor,
  { code, said, now }: Which & { said: PresentationForm },
): Promise<void> {
  return inTransaction(db, async (db) => {
    const locus = await loadLocus(db, actor, { code, id: said.locus }, 'for update')
    mustRun(actor, locus.roundState, ['assessing', 'presenting'])
    mayPresent(locus)
    if (said.place === null && said.link === null) throw fault('place', noPlace)
    const [hour, minute] = said.presentsAt.split(':').map(Number)
    const starts_at = new Date(atClock(said.presentsOn, hour!, 'WIB').getTime() + minute! * 60_000)
    const when = { starts_at, place: said.place, link: said.link }
    const isKnown =
      locus.presentsAt?.getTime() === starts_at.getTime() &&
      locus.presentsIn === said.place &&
      locus.presentsAtLink === said.link
    if (isKnown) return
    await db
      .insertInto('round_presentation')
      .values({ locus_id: locus.id, ...when })
      .onConflict((conflict) => conflict.column('locus_id').doUpdateSet(when))
      .execute()
    const detail = { round: locus.roundId, at: starts_at.toISOString() }
    await audit(db, actor, { what: 'round_locus.plan_presentation', subjectId: locus.id, at: now, detail })
    await tellPresentation(db, { locus, at: starts_at, place: said.place, now })
  })
}

function mayPresent({ presentationShare }: LoadedLocus): void {
  if (presentationShare === 0) throw new Refusal('conflict', noneHeld)
}

function mustRun(
  actor: Actor,
  state: LoadedRound['state'],
  states: readonly LoadedRound['state'][] = ['answering', 'assessing'],
): void {
  if (!runsRounds.allows(actor, null)) throw new Refusal('forbidden', only(runsRounds))
  if (!states.includes(state)) throw new Refusal('conflict', notNow)
}

async function auditNamed(
  db: Tx,
  actor: Actor,
  { locus, now, ...detail }: { round: string; locus: string; person: string; now: Date },
): Promise<void> {
  await audit(db, actor, { what: 'round_locus.assign', subjectId: locus, at: now, detail })
}

function fault(field: string, says: Says): Refusal {
  return new Refusal('invalid', says, [{ field, says }])
}

const sameInstitution: Says = {
  id: 'Orang ini seinstansi dengan yang dinilai: benturan kepentingan. Pilih penilai lain.',
  en: 'This person is of an institution that is assessed: a conflict of interest. Choose another assessor.',
}
const noEvaluator: Says = {
  id: 'Orang ini tidak memegang peran Tim Evaluasi sekarang.',
  en: 'This person does not hold the role of an evaluator now.',
}
const thereAlready: Says = {
  id: 'Orang ini sudah ditugasi menilai lokus ini, atau pernah mengundurkan diri darinya.',
  en: 'This person assesses the locus already, or stood back from it.',
}
const sentAlready: Says = {
  id: 'Nilainya sudah dikirim dan tidak dapat dicabut lagi.',
  en: 'The scores were sent and cannot be taken away any more.',
}
const tooFew = (need: number): Says => ({
  id: `Penilai kurang: tiap lokus perlu ${need} penilai yang tidak seinstansi dengannya. Beri peran Tim Evaluasi kepada lebih banyak orang, lalu coba lagi.`,
  en: `There are too few assessors: each locus needs ${need} who are not of its institution. Give more people the role of an evaluator, then try again.`,
})
const notNow: Says = {
  id: 'Tidak pada tahap ini. Muat ulang halaman untuk melihat keadaan putaran.',
  en: 'Not at this stage. Load the page again to see how the round stands.',
}
const noPlace: Says = {
  id: 'Isi tempatnya, atau alamat pertemuan daringnya.',
  en: 'Give the place, or the address of the meeting online.',
}
const noneHeld: Says = {
  id: 'Di kelompok ini tidak ada presentasi.',
  en: 'No presentations are held in this group.',
}
