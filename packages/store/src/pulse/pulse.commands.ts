import { only } from '@semai/domain/lifecycle'
import type { Actor } from '@semai/domain/people/actor'
import { publicActor } from '@semai/domain/people/actor'
import { pulseForm } from '@semai/domain/pulse/pulse.form'
import { answersPulse, asksPulse, pulseState } from '@semai/domain/pulse/pulse'
import { Refusal } from '@semai/domain/refusal'
import { formFaults } from '@semai/domain/text/form-faults'
import { atClock, dayIn } from '@semai/domain/time/clock'
import { audit } from '../db/audit.ts'
import type { Db, Tx } from '../db/transaction.ts'
import { inTransaction } from '../db/transaction.ts'
import { readLink, signLink, spendLink } from '../people/signed-link.ts'
import { loadPulse } from './pulse-record.ts'
import type { LoadedPulse } from './pulse-record.ts'
import { saveAnswer } from './save-answer.ts'
import type { GivenAnswer } from './save-answer.ts'

const purpose = 'pulse'

/** Whoever answers through a link: nobody that is signed in, with nothing that is theirs to do. */
const byLink: Actor = { ...publicActor, label: 'signed link' }

type Typed = Readonly<Record<string, string>>
/** What was typed on the page of a link, and by whom. */
type LinkAnswer = Omit<When, 'id'> & { link: string; typed: Typed; name: string; post: string }
type When = { id: string; now: Date; updateMonth: number }

/**
 * The link by which a pulse is answered without an account: the same each time it is made, until its last day. The pulse
 * counts as asked.
 * @throws Refusal not-found | forbidden | conflict where it can not be answered any more; nothing is then written.
 */
export function makePulseLink(
  db: Db,
  actor: Actor,
  { id, now }: { id: string; now: Date },
): Promise<{ link: string; name: string; expires: Date }> {
  return inTransaction(db, async (db) => {
    const pulse = await loadPulse(db, actor, { id, now, lock: 'for update' })
    if (!asksPulse.allows(actor, pulse)) throw new Refusal('forbidden', only(asksPulse))
    const state = pulseState(pulse, dayIn(now))
    if (state === 'answered' || state === 'lapsed') throw new Refusal('conflict', over)
    if (pulse.askedAt === null) {
      await db.updateTable('pulse').set({ asked_at: now }).where('id', '=', pulse.pulseId).execute()
    }
    await audit(db, actor, { what: 'pulse.ask', subjectId: pulse.pulseId, at: now })
    const expires = atClock(pulse.untilOn, 24, 'WIB')
    return {
      link: await signLink(db, { purpose, subject: pulse.pulseId, expires }, now),
      name: pulse.innovation,
      expires,
    }
  })
}

/** What a link asks about; changes nothing. @throws Refusal not-found for a link that is not valid now. */
export async function askedByPulseLink(db: Db, link: string, now: Date) {
  const { subject, expires } = await readLink(db, purpose, link, now)
  const pulse = await loadPulse(db, byLink, { id: subject, now, lock: 'no lock' })
  const { code, innovation, adopterName, round, questions, answeredAt } = pulse
  return { code, innovation, adopterName, round, questions, isAnswered: answeredAt !== null, expires }
}

/**
 * The answer of somebody who holds the link, under the name and post they give; the link is spent. It is "declared by
 * link" and never more.
 * @throws Refusal not-found | conflict for the link, invalid for an answer; nothing is then written.
 */
export function answerPulseByLink(
  db: Db,
  { link, typed, now, updateMonth, ...who }: LinkAnswer,
): Promise<void> {
  return inTransaction(db, async (db) => {
    const { subject } = await spendLink(db, purpose, link, now)
    const pulse = await loadPulse(db, byLink, { id: subject, now, lock: 'for update' })
    const said = readAnswer(pulse, typed)
    await saveAnswer(db, byLink, { pulse, said, ...who, way: 'link', now, updateMonth })
  })
}

/**
 * The answer of somebody of the adopter, signed in.
 * @throws Refusal not-found | forbidden | conflict | invalid; nothing is then written.
 */
export function answerPulse(
  db: Db,
  actor: Actor,
  { id, typed, now, updateMonth }: When & { typed: Typed },
): Promise<void> {
  return inTransaction(db, async (db) => {
    const pulse = await loadPulse(db, actor, { id, now, lock: 'for update' })
    await answerPulseAs(db, actor, { pulse, typed, way: 'account', now, updateMonth })
  })
}

type AnswerAs = Omit<GivenAnswer, 'said'> & { typed: Typed }

/** As `answerPulse`, within a transaction that answers for several. */
export async function answerPulseAs(db: Tx, actor: Actor, { typed, ...given }: AnswerAs): Promise<void> {
  if (!answersPulse.allows(actor, given.pulse)) throw new Refusal('forbidden', only(answersPulse))
  await saveAnswer(db, actor, { ...given, said: readAnswer(given.pulse, typed) })
}

/** What was typed, read by the questions of the pulse. @throws Refusal invalid with a fault for each field. */
function readAnswer({ questions }: Pick<LoadedPulse, 'questions'>, typed: Typed) {
  const read = pulseForm(questions).safeParse(typed)
  if (!read.success) throw new Refusal('invalid', unfit, formFaults(read.error))
  return read.data
}

const over = {
  id: 'Ini sudah dijawab, atau batas menjawabnya sudah lewat. Tunggu putaran berikutnya.',
  en: 'This was answered, or its last day has passed. Wait for the next round.',
}
const unfit = { id: 'Ada isian yang perlu diperbaiki.', en: 'Something typed needs mending.' }
