import { decide, only } from '@semai/domain/lifecycle'
import type { Actor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import type { FindingForm, FindingStepForm } from '@semai/domain/scaling/finding.form'
import { deadlineSteps, findingLifecycle } from '@semai/domain/scaling/finding.lifecycle'
import { writesProgramme } from '@semai/domain/scaling/scaling-programme'
import { dayIn } from '@semai/domain/time/clock'
import { audit } from '../db/audit.ts'
import type { Db, Tx } from '../db/transaction.ts'
import { inTransaction } from '../db/transaction.ts'
import { uuidv7 } from '../db/uuid.ts'
import { organisationIdOf } from '../organisations/owner-path.ts'
import { tellFinding } from './finding-news.ts'
import { loadFinding } from './findings.ts'
import type { LoadedFinding } from './findings.ts'
import { programmeNamed } from './programmes.ts'

type Which = { slug: string; now: Date }

/**
 * Something was found at a unit. The unit is told once there is a recommendation.
 * @returns the id of the finding.
 * @throws Refusal not-found | forbidden | invalid for a unit nobody goes by or a day to come; nothing is then written.
 */
export function recordFinding(
  db: Db,
  actor: Actor,
  { slug, said, now }: Which & { said: FindingForm },
): Promise<string> {
  return inTransaction(db, async (db) => {
    const programme = await programmeNamed(db, actor, slug)
    if (!programme.mayWrite) throw new Refusal('forbidden', only(writesProgramme))
    if (said.foundOn > dayIn(now)) throw stillToCome()
    const organisation_id = await organisationIdOf(db, said.organisation)
    const id = uuidv7()
    await db
      .insertInto('programme_finding')
      .values({
        id,
        programme_id: programme.id,
        organisation_id,
        kind: said.kind,
        state: findingLifecycle.initial,
        found_on: said.foundOn,
        finding: said.finding,
        recommendation: null,
        follow_up: null,
        due_on: null,
        written_by: actor.personId,
        written_at: now,
        moved_at: now,
      })
      .execute()
    const made = { step: 'find', from: findingLifecycle.initial, to: findingLifecycle.initial }
    await keepStep(db, actor, { id, ...made, words: said.finding, dueOn: null, now })
    const detail = { programme: programme.id, unit: organisation_id, kind: said.kind }
    await audit(db, actor, { what: 'programme_finding.record', subjectId: id, at: now, detail })
    return id
  })
}

/**
 * Takes one step of a finding, with its words and its deadline, and tells the other side. All or nothing.
 * @throws Refusal not-found | forbidden | conflict | invalid; nothing is then written.
 */
export function takeFindingStep(
  db: Db,
  actor: Actor,
  { slug, id, said, now }: Which & { id: string; said: FindingStepForm },
): Promise<void> {
  return inTransaction(db, async (db) => {
    const before = await locked(db, actor, { slug, id })
    const { step, reason } = said
    const setsDay = deadlineSteps.includes(step)
    const dueOn = setsDay ? said.dueOn : before.dueOn
    const decision = decide(findingLifecycle, step, { subject: { ...before, dueOn }, actor, now, reason })
    if (!decision.ok) throw refusalOf(decision, setsDay && decision.code === 'invalid' && reason?.trim())
    const words = reason?.trim() || null
    await db
      .updateTable('programme_finding')
      .set({ state: decision.to, due_on: dueOn, moved_at: now })
      .$if(step === 'recommend', (query) => query.set({ recommendation: words }))
      .$if(step === 'follow_up', (query) => query.set({ follow_up: words }))
      .where('id', '=', id)
      .execute()
    const { from, to } = decision
    await keepStep(db, actor, { id, step, from, to, words, dueOn: setsDay ? dueOn : null, now })
    await audit(db, actor, {
      what: `programme_finding.${step}`,
      subjectId: id,
      at: now,
      detail: { from, to, due: dueOn },
    })
    await tellFinding(db, actor, { finding: before, step, now })
  })
}

/** The finding with nobody else changing it until the transaction ends; read after the lock is held. */
async function locked(db: Tx, actor: Actor, which: { slug: string; id: string }): Promise<LoadedFinding> {
  const { id } = await loadFinding(db, actor, which)
  await db.selectFrom('programme_finding').select('id').where('id', '=', id).forUpdate().execute()
  return loadFinding(db, actor, which)
}

type Kept = {
  id: string
  step: string
  from: string
  to: string
  words: string | null
  dueOn: string | null
  now: Date
}

async function keepStep(
  db: Tx,
  actor: Actor,
  { id, step, from, to, words, dueOn, now }: Kept,
): Promise<void> {
  await db
    .insertInto('programme_finding_step')
    .values({
      id: uuidv7(),
      finding_id: id,
      step,
      from_state: from,
      to_state: to,
      words,
      due_on: dueOn,
      person_id: actor.personId,
      at: now,
    })
    .execute()
}

/** Where the words are there, what is not accepted is the day. */
function refusalOf(
  { code, says }: { code: Refusal['code']; says: Refusal['says'] },
  isOfDay: unknown,
): Refusal {
  return new Refusal(code, says, isOfDay ? [{ field: 'dueOn', says }] : [])
}

function stillToCome(): Refusal {
  const says = { id: 'Hari itu belum tiba.', en: 'That day is still to come.' }
  return new Refusal('invalid', says, [{ field: 'foundOn', says }])
}
