import type { Actor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import { withQuestion } from '@semai/domain/rounds/question.form'
import type { QuestionForm } from '@semai/domain/rounds/question.form'
import type { RoundGroupForm } from '@semai/domain/rounds/round.form'
import { roundQuestions } from '@semai/domain/rounds/round-question'
import type { RoundQuestion } from '@semai/domain/rounds/round-question'
import type { Says } from '@semai/domain/text/says'
import { sql } from 'kysely'
import { audit } from '../db/audit.ts'
import type { Db, Tx } from '../db/transaction.ts'
import { inTransaction } from '../db/transaction.ts'
import { uuidv7 } from '../db/uuid.ts'
import { draftRound } from './round.commands.ts'
import { formOf, keepForm } from './round-form.ts'

type Which = { code: string; now: Date }

/**
 * The round has the group, after those it has.
 * @returns its id.
 * @throws Refusal not-found | forbidden | conflict once the round is open; nothing is then written.
 */
export function addGroup(
  db: Db,
  actor: Actor,
  { code, said, now }: Which & { said: RoundGroupForm },
): Promise<string> {
  return inTransaction(db, async (db) => {
    const round = await draftRound(db, actor, code)
    const { last } = await db
      .selectFrom('round_group')
      .select(sql<number>`coalesce(max(position), 0)`.as('last'))
      .where('round_id', '=', round.id)
      .executeTakeFirstOrThrow()
    const id = uuidv7()
    await db
      .insertInto('round_group')
      .values({
        id,
        round_id: round.id,
        position: last + 1,
        name_id: said.nameId,
        name_en: said.nameEn,
        objects: said.objects,
        awards: said.awards,
        presentation_share: said.presentationPerCent / 100,
        criteria: JSON.stringify(said.criteria),
      })
      .execute()
    const detail = { group: id, objects: said.objects, awards: said.awards, criteria: said.criteria.length }
    await audit(db, actor, { what: 'round.add_group', subjectId: round.id, at: now, detail })
    return id
  })
}

/**
 * The round no longer has the group, nor the loci of it.
 * @throws Refusal not-found | forbidden | conflict once the round is open.
 */
export function removeGroup(
  db: Db,
  actor: Actor,
  { code, group, now }: Which & { group: string },
): Promise<void> {
  return inTransaction(db, async (db) => {
    const round = await draftRound(db, actor, code)
    const { numDeletedRows } = await db
      .deleteFrom('round_group')
      .where('id', '=', group)
      .where('round_id', '=', round.id)
      .executeTakeFirst()
    if (numDeletedRows === 0n) throw new Refusal('not-found', noGroup)
    await audit(db, actor, { what: 'round.remove_group', subjectId: round.id, at: now, detail: { group } })
  })
}

/**
 * The form has the question: a new one at its end, or in the place of the one it changes; as a new version.
 * @throws Refusal not-found | forbidden | conflict once the round is open | invalid for a sixty-first question.
 */
export function saveQuestion(
  db: Db,
  actor: Actor,
  { said, ...which }: Which & { said: QuestionForm },
): Promise<void> {
  return changeForm(db, actor, { ...which, change: (questions) => withQuestion(questions, said) })
}

/**
 * The form no longer has the question.
 * @throws Refusal not-found | forbidden | conflict once the round is open.
 */
export function removeQuestion(
  db: Db,
  actor: Actor,
  { question, ...which }: Which & { question: string },
): Promise<void> {
  const change = (questions: RoundQuestion[]) => questions.filter(({ key }) => key !== question)
  return changeForm(db, actor, { ...which, change })
}

function changeForm(
  db: Db,
  actor: Actor,
  { code, change, now }: Which & { change: (questions: RoundQuestion[]) => RoundQuestion[] },
): Promise<void> {
  return inTransaction(db, async (db) => {
    const round = await draftRound(db, actor, code)
    const before = roundQuestions.parse(await formOf(db, round))
    const { data: questions } = roundQuestions.safeParse(change(before))
    if (!questions) throw new Refusal('invalid', tooMany)
    if (JSON.stringify(questions) === JSON.stringify(before)) return
    const version = await keepForm(db, actor, { round, questions, now })
    await auditForm(db, actor, { round: round.id, version, questions: questions.length, now })
  })
}

async function auditForm(
  db: Tx,
  actor: Actor,
  { round, now, ...detail }: { round: string; version: number; questions: number; now: Date },
): Promise<void> {
  await audit(db, actor, { what: 'round.write_form', subjectId: round, at: now, detail })
}

const tooMany: Says = { id: 'Paling banyak 60 pertanyaan.', en: 'At most 60 questions.' }
const noGroup: Says = { id: 'Kelompok ini tidak ada di putaran ini.', en: 'The round has no such group.' }
