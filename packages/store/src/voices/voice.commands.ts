import { withoutPersonal } from '@semai/domain/complaints/without-personal'
import { decide } from '@semai/domain/lifecycle'
import { publicActor } from '@semai/domain/people/actor'
import type { Actor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import { dayIn } from '@semai/domain/time/clock'
import { mostVoiceWords } from '@semai/domain/voices/voice.form'
import { voiceLifecycle, voiceModerator, voiceRejections } from '@semai/domain/voices/voice.lifecycle'
import type { VoiceStep } from '@semai/domain/voices/voice.lifecycle'
import { sql } from 'kysely'
import { shippedComplaintWords } from '../complaints/shipped-complaint-words.ts'
import { questionClaim } from '../corrections/question-claim.ts'
import { audit } from '../db/audit.ts'
import type { Db, Tx } from '../db/transaction.ts'
import { inTransaction } from '../db/transaction.ts'
import { uuidv7 } from '../db/uuid.ts'
import { notify } from '../notices/notify.ts'
import { peopleAllowed } from '../notices/recipients.ts'
import { isFirstToday } from './device-mark.ts'
import type { Device } from './device-mark.ts'
import { loadVoice, questionableClaim, usefulSubject } from './voice.queries.ts'

/** Whether something was counted, or had been said by this device today. */
export type Said = 'counted' | 'already'

/**
 * An innovation is called useful once more, where a device has not said so today. Of who said it nothing is kept.
 * @throws Refusal not-found when there is no such innovation or region.
 */
export function sayUseful(
  db: Db,
  { slug, region, device, now }: { slug: string; region?: string | undefined; device: Device; now: Date },
): Promise<Said> {
  return inTransaction(db, async (db) => {
    const { innovationId, regionCode } = await usefulSubject(db, { slug, region })
    const about = `useful ${innovationId} ${regionCode ?? ''}`
    if (!(await isFirstToday(db, { device, about, now }))) return 'already'
    const month = dayIn(now).slice(0, 7)
    await db
      .insertInto('voice_useful')
      .values({ id: uuidv7(), innovation_id: innovationId, region_code: regionCode, month, times: 1 })
      .onConflict((conflict) =>
        conflict
          .columns(['innovation_id', 'region_code', 'month'])
          .doUpdateSet({ times: sql<number>`voice_useful.times + 1` }),
      )
      .execute()
    const detail = { region: regionCode }
    await audit(db, publicActor, { what: 'voice.useful', subjectId: innovationId, at: now, detail })
    return 'counted'
  })
}

/**
 * Somebody says that what a claim tells does not run there. It waits for the hub or the ministry; the claim stays as it is.
 * Personal data is removed from the words first.
 * @throws Refusal not-found when the claim does not stand or has stopped.
 */
export function sayAbsent(
  db: Db,
  { claim: id, words, device, now }: { claim: string; words?: string | undefined; device: Device; now: Date },
): Promise<Said> {
  return inTransaction(db, async (db) => {
    const claim = await questionableClaim(db, id)
    if (!(await isFirstToday(db, { device, about: `absent ${id}`, now }))) return 'already'
    const said = withoutPersonal((words ?? '').slice(0, mostVoiceWords), shippedComplaintWords())
    const voice = uuidv7()
    await db
      .insertInto('voice')
      .values({
        id: voice,
        claim_id: id,
        state: voiceLifecycle.initial,
        words: said === '' ? null : said.slice(0, 400),
        said_on: dayIn(now),
        correction_id: null,
        moved_at: now,
      })
      .execute()
    await audit(db, publicActor, { what: 'voice.absent', subjectId: voice, at: now, detail: { claim: id } })
    await tellModerators(db, { claim, now })
    return 'counted'
  })
}

async function tellModerators(
  db: Tx,
  { claim, now }: { claim: Awaited<ReturnType<typeof questionableClaim>>; now: Date },
): Promise<void> {
  const to = await peopleAllowed(db, voiceModerator, { subject: claim, now })
  const detail = { title: claim.innovation, region: claim.region }
  await notify(db, { kind: 'voice_received', detail, to, at: now })
}

/**
 * A voice is shown, which opens a question on the claim to whoever runs it, or is rejected, and its words are gone.
 * @throws Refusal not-found | forbidden | conflict | invalid; nothing is then written.
 */
export function takeVoiceStep(
  db: Db,
  actor: Actor,
  { voice: id, step, code, now }: { voice: string; step: VoiceStep; code?: string | undefined; now: Date },
) {
  return inTransaction(db, async (db) => {
    const voice = await loadVoice(db, actor, id)
    const decision = decide(voiceLifecycle, step, { subject: voice, actor, now, code })
    if (!decision.ok) throw new Refusal(decision.code, decision.says)
    const { from, to } = decision
    const reason = voiceRejections.find((one) => one === code) ?? null
    const isShown = to === 'shown'
    const correctionId = isShown
      ? await questionClaim(db, { claim: { ...voice, id: voice.claimId }, words: voice.words, now })
      : null
    await db
      .updateTable('voice')
      .set({ state: to, words: isShown ? voice.words : null, correction_id: correctionId, moved_at: now })
      .where('id', '=', id)
      .execute()
    await db
      .insertInto('voice_step')
      .values({
        id: uuidv7(),
        voice_id: id,
        step,
        from_state: from,
        to_state: to,
        reason_code: isShown ? null : reason,
        person_id: actor.personId,
        at: now,
      })
      .execute()
    const detail = { from, to, code: isShown ? undefined : code, correction: correctionId ?? undefined }
    await audit(db, actor, { what: `voice.${step}`, subjectId: id, at: now, detail })
    return decision
  })
}
