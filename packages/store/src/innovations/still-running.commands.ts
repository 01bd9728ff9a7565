import type { RunningLinkForm } from '@semai/domain/innovations/still-running.form'
import { mayAnswer, mayAsk, runningLinkDays, saysItRuns } from '@semai/domain/innovations/still-running'
import type { AnswerWay, RunningAnswer } from '@semai/domain/innovations/still-running'
import { only } from '@semai/domain/lifecycle'
import type { Actor } from '@semai/domain/people/actor'
import { publicActor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import { dayIn } from '@semai/domain/time/clock'
import { audit } from '../db/audit.ts'
import type { Db, Tx } from '../db/transaction.ts'
import { inTransaction } from '../db/transaction.ts'
import { uuidv7 } from '../db/uuid.ts'
import { readLink, signLink, spendLink } from '../people/signed-link.ts'
import { ownedInnovation } from './owned-innovation.ts'
import type { Which } from './owned-innovation.ts'

const purpose = 'still-running'
const byLink = { personId: null, label: 'signed link' }

/**
 * A link that asks whether an innovation still runs. Opening it shows the question; its button records one answer.
 * @throws Refusal not-found | forbidden.
 */
export function makeRunningLink(
  db: Db,
  actor: Actor,
  { which, now }: { which: Which; now: Date },
): Promise<{ link: string; name: string; expires: Date }> {
  return inTransaction(db, async (db) => {
    const innovation = await ownedInnovation(db, actor, which, 'no lock')
    if (!mayAsk.allows(actor, innovation)) throw new Refusal('forbidden', only(mayAsk))
    const expires = new Date(now.getTime() + runningLinkDays * 86_400_000)
    await audit(db, actor, { what: 'innovation.ask', subjectId: innovation.id, at: now })
    // Two links for one record differ, so that each can be answered once.
    const subject = `${innovation.id} ${uuidv7()}`
    return { link: await signLink(db, { purpose, subject, expires }, now), name: innovation.name, expires }
  })
}

/** What a link asks about; changes nothing. @throws Refusal not-found for a link that is not valid now. */
export async function askedByLink(db: Db, link: string, now: Date) {
  const { subject, expires } = await readLink(db, purpose, link, now)
  const { id: _, ...innovation } = await ownedInnovation(
    db,
    publicActor,
    { id: innovationOf(subject) },
    'no lock',
  )
  return { ...innovation, expires }
}

/**
 * The answer of somebody who holds the link, under the name and post they give; the link is spent.
 * @throws Refusal not-found | conflict for the link; nothing is then written.
 */
export function answerByLink(
  db: Db,
  { link, answer, now }: { link: string; answer: RunningLinkForm; now: Date },
): Promise<void> {
  return inTransaction(db, async (db) => {
    const { subject } = await spendLink(db, purpose, link, now)
    const innovation = await ownedInnovation(db, publicActor, { id: innovationOf(subject) }, 'for update')
    await saveAnswer(db, byLink, { innovationId: innovation.id, way: 'link', now, ...answer })
  })
}

/**
 * The answer of somebody of the agency, signed in.
 * @throws Refusal not-found | forbidden; nothing is then written.
 */
export function answerRunning(
  db: Db,
  actor: Actor,
  { which, answer, note, now }: { which: Which; answer: RunningAnswer; note?: string | undefined; now: Date },
): Promise<void> {
  return inTransaction(db, (db) => answerAs(db, actor, { which, answer, note, way: 'account', now }))
}

type AnswerAs = { which: Which; answer: RunningAnswer; note?: string | undefined; way: AnswerWay; now: Date }

/** As `answerRunning`, within a transaction that answers for several. */
export async function answerAs(db: Tx, actor: Actor, { which, ...answer }: AnswerAs): Promise<void> {
  const innovation = await ownedInnovation(db, actor, which, 'for update')
  if (!mayAnswer.allows(actor, innovation)) throw new Refusal('forbidden', only(mayAnswer))
  await saveAnswer(db, actor, { innovationId: innovation.id, ...answer })
}

type SavedAnswer = {
  innovationId: string
  answer: RunningAnswer
  way: AnswerWay
  note?: string | undefined
  name?: string
  post?: string
  now: Date
}

/** The stage stays what it is: who answers "stopped" is asked to say why by the step of the life cycle. */
async function saveAnswer(
  db: Tx,
  actor: Pick<Actor, 'personId' | 'label'>,
  { innovationId, answer, way, note, name, post, now }: SavedAnswer,
): Promise<void> {
  await db
    .insertInto('innovation_answer')
    .values({
      id: uuidv7(),
      innovation_id: innovationId,
      answer,
      way,
      note: note || null,
      name: name ?? null,
      post: post ?? null,
      person_id: actor.personId,
      at: now,
    })
    .execute()
  if (saysItRuns(answer)) {
    await db
      .updateTable('innovation')
      .set({ last_confirmed_on: dayIn(now), confirmed_way: way, updated_at: now })
      .where('id', '=', innovationId)
      .execute()
  }
  await audit(db, actor, {
    what: 'innovation.answer',
    subjectId: innovationId,
    at: now,
    detail: { answer, way },
  })
}

function innovationOf(subject: string): string {
  return subject.split(' ')[0]!
}
