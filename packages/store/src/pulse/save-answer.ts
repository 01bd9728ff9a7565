import { saysItRuns } from '@semai/domain/innovations/still-running'
import type { AnswerWay } from '@semai/domain/innovations/still-running'
import { validUntil } from '@semai/domain/claims/validity'
import type { Actor } from '@semai/domain/people/actor'
import type { PulseAnswer } from '@semai/domain/pulse/pulse.form'
import { keeperLeft } from '@semai/domain/pulse/pulse-questions'
import { pulseState } from '@semai/domain/pulse/pulse'
import { Refusal } from '@semai/domain/refusal'
import type { Says } from '@semai/domain/text/says'
import { dayIn } from '@semai/domain/time/clock'
import { audit } from '../db/audit.ts'
import type { Tx } from '../db/transaction.ts'
import { reasonChoices } from '../reasons/reason-list.ts'
import { stepOfClaim } from '../replications/claim-running.ts'
import { takeReplicationStep } from '../replications/take-replication-step.ts'
import { raiseAlarm } from './handover-alarm.ts'
import { tellOfSaidStop } from './pulse-news.ts'
import type { LoadedPulse } from './pulse-record.ts'

/** An answer as it is kept: how it was given, and of a link by whom. */
export type GivenAnswer = {
  pulse: LoadedPulse
  said: PulseAnswer
  way: AnswerWay
  name?: string
  post?: string
  now: Date
  /** 1 to 12: the month in which the country renews. */
  updateMonth: number
}

/**
 * The pulse is answered. What somebody of the adopter says, signed in, is also a step of the record: it renews the claim,
 * stops or resumes the replication. What is said through a link stands in the pulse alone and moves nothing: it never makes
 * a claim stronger, and people of the adopter are told of a stop so that they take that step.
 * @throws Refusal conflict where it was answered before or its last day has passed | invalid; nothing is then written.
 */
export async function saveAnswer(db: Tx, actor: Actor, given: GivenAnswer): Promise<void> {
  const { pulse, said, way, name, post, now, updateMonth } = given
  const today = dayIn(now)
  const state = pulseState(pulse, today)
  if (state === 'answered') throw new Refusal('conflict', answeredBefore)
  if (state === 'lapsed') throw new Refusal('conflict', tooLate)
  await refuseBadStop(db, given)
  const runs = saysItRuns(said.running)
  await db
    .updateTable('pulse')
    .set({
      answered_at: now,
      asked_at: pulse.askedAt ?? now,
      answer: said.running,
      way,
      stopped_on: said.stoppedOn,
      stop_reason: said.cause,
      answers: JSON.stringify(said.answers),
      note: said.note,
      name: name ?? null,
      post: post ?? null,
      person_id: actor.personId,
      holds_until: runs ? validUntil(today, { updateMonth, isSecured: false }) : null,
    })
    .where('id', '=', pulse.pulseId)
    .execute()
  const detail = { answer: said.running, way, round: pulse.round }
  await audit(db, actor, { what: 'pulse.answer', subjectId: pulse.pulseId, at: now, detail })
  if (way !== 'link') await carryIntoRecord(db, actor, given)
  else if (!runs && pulse.state !== 'stopped') await tellOfSaidStop(db, pulse, now)
  const cause = keeperLeft(said.answers)
  if (cause === null || !runs) return
  const { id: replicationId, code, adopterName, innovation, adopter } = pulse
  const about = { replicationId, code, adopterName, innovation, adopter }
  await raiseAlarm(db, actor, { ...about, cause, personId: null, now })
}

/** A stop is for a reason of the list, on a day that has come and on which it can have run. */
async function refuseBadStop(db: Tx, { pulse, said, now }: GivenAnswer): Promise<void> {
  if (said.running !== 'stopped') return
  if (!(await reasonChoices(db)).includes(said.cause!)) throw fault('cause', unknownReason)
  if (said.stoppedOn! > dayIn(now)) throw fault('stoppedOn', notYet)
  if (pulse.startedOn !== null && said.stoppedOn! < pulse.startedOn) throw fault('stoppedOn', tooEarly)
}

async function carryIntoRecord(
  db: Tx,
  actor: Actor,
  { pulse, said, now, updateMonth }: GivenAnswer,
): Promise<void> {
  const common = { now, updateMonth }
  if (said.running === 'stopped') {
    if (pulse.state === 'stopped') return
    const stop = { step: 'stop', cause: said.cause!, day: said.stoppedOn! } as const
    await takeReplicationStep(db, actor, { code: pulse.code, ...stop, ...common })
  } else if (pulse.state === 'stopped') {
    await takeReplicationStep(db, actor, { code: pulse.code, step: 'resume', ...common })
  } else if (pulse.claimId !== null && pulse.claimState === 'stands' && pulse.claimKind === 'state') {
    await stepOfClaim(db, actor, { id: pulse.claimId, step: 'renew', ...common })
  }
}

function fault(field: string, says: Says): Refusal {
  return new Refusal('invalid', says, [{ field, says }])
}

const answeredBefore: Says = {
  id: 'Ini sudah dijawab. Terima kasih; tidak perlu dijawab lagi.',
  en: 'This has been answered. Thank you; there is no need to answer again.',
}
const tooLate: Says = {
  id: 'Batas menjawabnya sudah lewat. Nyatakan lewat halaman replikasinya, atau tunggu putaran berikutnya.',
  en: 'The last day for an answer has passed. Say it on the page of the replication, or wait for the next round.',
}
const unknownReason: Says = { id: 'Pilih alasan dari daftar.', en: 'Choose a reason of the list.' }
const notYet: Says = { id: 'Hari ini belum tiba.', en: 'This day is still to come.' }
const tooEarly: Says = {
  id: 'Hari itu lebih awal daripada mulainya. Periksa tanggalnya.',
  en: 'That day is before it began. Check the day.',
}
