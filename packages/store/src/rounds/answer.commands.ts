import { decide, only } from '@semai/domain/lifecycle'
import type { Actor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import { mergedAnswers } from '@semai/domain/rounds/merged-answers'
import { roundAnswerLifecycle } from '@semai/domain/rounds/round-answer.lifecycle'
import type { RoundAnswerStep } from '@semai/domain/rounds/round-answer.lifecycle'
import { answersLocus } from '@semai/domain/rounds/round-parties'
import { answersTo, completeness } from '@semai/domain/rounds/round-question'
import type { RoundAnswers } from '@semai/domain/rounds/round-question'
import type { Says } from '@semai/domain/text/says'
import { audit } from '../db/audit.ts'
import type { Db, Tx } from '../db/transaction.ts'
import { inTransaction } from '../db/transaction.ts'
import { standingAnswers, textAt } from './answers.ts'
import { evidenced } from './evidence.ts'
import { loadLocus } from './loci.ts'
import type { LoadedLocus } from './loci.ts'
import { questionsOf } from './round-form.ts'

type Which = { code: string; id: string; now: Date }

/**
 * The answers are kept as a draft, however poor, also after the deadline while the round is open. Typed on an older text, they are
 * brought together with what was saved since; every text stays.
 * @param revision of the text they were typed on; 0 for the first.
 * @throws Refusal not-found | forbidden | conflict once submitted or closed | invalid, with the fields in which somebody wrote something
 *   else meanwhile; nothing is then written.
 */
export function saveAnswers(
  db: Db,
  actor: Actor,
  { code, id, revision, typed, now }: Which & { revision: number; typed: RoundAnswers },
): Promise<void> {
  return inTransaction(db, async (db) => {
    const locus = await loadLocus(db, actor, { code, id }, 'for update')
    if (!answersLocus.allows(actor, locus)) throw new Refusal('forbidden', only(answersLocus))
    const standing = await standingAnswers(db, id)
    if (locus.roundState !== 'answering' || standing.state !== 'draft') throw new Refusal('conflict', closed)
    const questions = await questionsOf(db, locus)
    const mine = answersTo(questions, typed)
    const base = revision === standing.revision ? standing.content : await textAt(db, id, revision)
    const { answers, clashes } = mergedAnswers({ base, theirs: standing.content, mine })
    if (clashes.length > 0) {
      const faults = clashes.map((field) => ({ field, says: theirs(standing.content[field] ?? '') }))
      throw new Refusal('invalid', meanwhile, faults)
    }
    await keepText(db, actor, { locus, revision: standing.revision + 1, content: answers, now })
    const { required, answered } = completeness(questions, answers, await evidenced(db, id))
    const detail = { round: locus.roundId, revision: standing.revision + 1, required, answered }
    await audit(db, actor, { what: 'round_answer.save', subjectId: id, at: now, detail })
  })
}

type Text = { locus: LoadedLocus; revision: number; content: RoundAnswers; now: Date }

async function keepText(db: Tx, actor: Actor, { locus, revision, content, now }: Text): Promise<void> {
  await db
    .insertInto('round_answer')
    .values({ locus_id: locus.id, state: roundAnswerLifecycle.initial, revision, submitted_at: null })
    .onConflict((conflict) => conflict.column('locus_id').doUpdateSet({ revision }))
    .execute()
  await db
    .insertInto('round_answer_text')
    .values({
      locus_id: locus.id,
      revision,
      form_version: locus.formVersion,
      content: JSON.stringify(content),
      saved_by: actor.personId,
      saved_at: now,
    })
    .execute()
}

/**
 * The answers are submitted, or taken back until the deadline.
 * @throws Refusal not-found | forbidden | conflict | invalid when it is late or something is missing, with the fields; nothing is then
 *   written.
 */
export function takeAnswerStep(
  db: Db,
  actor: Actor,
  { code, id, step, now }: Which & { step: RoundAnswerStep },
): Promise<void> {
  return inTransaction(db, async (db) => {
    const locus = await loadLocus(db, actor, { code, id }, 'for update')
    const standing = await standingAnswers(db, id)
    const questions = await questionsOf(db, locus)
    const { open } = completeness(questions, standing.content, await evidenced(db, id))
    const subject = { ...locus, state: standing.state, round: locus.roundState, missing: open.length }
    const decision = decide(roundAnswerLifecycle, step, { subject, actor, now })
    if (!decision.ok) {
      const isLate = now >= locus.closesAt
      const faults = open.map(({ key, fault }) => ({ field: key, says: fault ?? needed }))
      throw new Refusal(decision.code, decision.says, decision.code === 'invalid' && !isLate ? faults : [])
    }
    await db
      .updateTable('round_answer')
      .set({ state: decision.to, submitted_at: decision.to === 'submitted' ? now : null })
      .where('locus_id', '=', id)
      .execute()
    const detail = { round: locus.roundId, revision: standing.revision }
    await audit(db, actor, { what: `round_answer.${step}`, subjectId: id, at: now, detail })
  })
}

const closed: Says = {
  id: 'Jawaban ini sudah dikirim atau pengisian sudah ditutup. Tarik dulu bila batas waktunya belum lewat.',
  en: 'These answers were submitted, or the round is closed. Take them back first if the deadline has not passed.',
}
const meanwhile: Says = {
  id: 'Rekan Anda mengisi pertanyaan yang sama dengan jawaban lain.',
  en: 'A colleague gave another answer to the same question meanwhile.',
}
const theirs = (text: string): Says => ({
  id: `Rekan Anda menulis: "${short(text)}". Gabungkan, lalu simpan lagi: yang tertulis di sini yang berlaku.`,
  en: `Your colleague wrote: "${short(text)}". Bring both together, then save again: what is written here will hold.`,
})
const short = (text: string) => (text.length > 300 ? `${text.slice(0, 300)}…` : text)
const needed: Says = { id: 'Jawab pertanyaan ini.', en: 'Answer this question.' }
