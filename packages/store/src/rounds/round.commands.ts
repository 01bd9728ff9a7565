import { decide, only } from '@semai/domain/lifecycle'
import type { Actor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import { roundLifecycle } from '@semai/domain/rounds/round.lifecycle'
import type { RoundStep } from '@semai/domain/rounds/round.lifecycle'
import type { RoundForm } from '@semai/domain/rounds/round.form'
import { runsRounds } from '@semai/domain/rounds/round-parties'
import { shippedRoundForm } from '@semai/domain/rounds/shipped-round-form'
import { freeSlug } from '@semai/domain/text/slug'
import type { Says } from '@semai/domain/text/says'
import { audit } from '../db/audit.ts'
import type { Db, Tx } from '../db/transaction.ts'
import { inTransaction } from '../db/transaction.ts'
import { uuidv7 } from '../db/uuid.ts'
import { recordAwards } from './record-awards.ts'
import { roundResult, undecidedOf } from './result.ts'
import { formOf, keepForm } from './round-form.ts'
import { tellRoundStep } from './round-news.ts'
import { roundCounts, roundNamed } from './rounds.ts'
import type { LoadedRound } from './rounds.ts'

/**
 * The round is set up as it was written; a new one begins with the shipped form, that of an earlier round, or none.
 * @param code the round that is changed; null for a new one.
 * @returns its code.
 * @throws Refusal forbidden | not-found | conflict when it was saved in between or is open already; nothing is then written.
 */
export function saveRound(
  db: Db,
  actor: Actor,
  { code, said, now }: { code: string | null; said: RoundForm; now: Date },
): Promise<string> {
  if (!runsRounds.allows(actor, null)) return Promise.reject(new Refusal('forbidden', only(runsRounds)))
  return inTransaction(db, async (db) => {
    const values = {
      name: said.name,
      year: said.year,
      opens_on: said.opensOn,
      answers_until: said.answersUntil,
      assess_until: said.assessUntil,
      assessors_per_locus: said.assessors,
      combining: said.combining,
      basis: said.basis,
      basis_link: said.basisLink,
    }
    const detail = { year: said.year, assessors: said.assessors, combining: said.combining }
    if (code === null) {
      const made = await added(db, actor, { values, formOf: said.formOf, now })
      await audit(db, actor, { what: 'round.start', subjectId: made.id, at: now, detail })
      return made.code
    }
    const round = await draftRound(db, actor, code)
    if (round.revision !== said.revision) throw new Refusal('conflict', changedSince)
    await db
      .updateTable('round')
      .set({ ...values, revision: round.revision + 1 })
      .where('id', '=', round.id)
      .execute()
    await audit(db, actor, { what: 'round.write', subjectId: round.id, at: now, detail })
    return code
  })
}

type Values = {
  name: string
  year: number
  opens_on: string
  answers_until: Date
  assess_until: string | null
  assessors_per_locus: number
  combining: RoundForm['combining']
  basis: string | null
  basis_link: string | null
}

async function added(
  db: Tx,
  actor: Actor,
  { values, formOf: from, now }: { values: Values; formOf: string | null; now: Date },
): Promise<{ id: string; code: string }> {
  const taken = await db.selectFrom('round').select('code').execute()
  const code = freeSlug(values.name, 'putaran', new Set([...taken.map((row) => row.code), 'baru']))
  const id = uuidv7()
  const made = {
    made_by: actor.personId,
    made_at: now,
    moved_at: now,
    published_at: null,
    revision: 1,
    form_version: 0,
  }
  await db
    .insertInto('round')
    .values({ id, code, kind: 'monitoring', state: roundLifecycle.initial, ...values, ...made })
    .execute()
  const questions =
    from === null
      ? []
      : from === 'template'
        ? shippedRoundForm
        : await formOf(db, await roundNamed(db, actor, from))
  if (questions.length > 0) await keepForm(db, actor, { round: { id, formVersion: 0 }, questions, now })
  return { id, code }
}

/**
 * A round that is still being prepared, locked until the transaction ends, for whoever runs it.
 * @throws Refusal not-found | forbidden | conflict once it is open: its rules hold for everyone alike.
 */
export async function draftRound(db: Tx, actor: Actor, code: string): Promise<LoadedRound> {
  const round = await roundNamed(db, actor, code, 'for update')
  if (!round.mayRun) throw new Refusal('forbidden', only(runsRounds))
  if (round.state !== roundLifecycle.initial) throw new Refusal('conflict', opened)
  return round
}

/**
 * Takes one step of a round; publishing puts its awards on record with the innovations. Those concerned are
 * told. All or nothing.
 * @throws Refusal not-found | forbidden | conflict | invalid; nothing is then written.
 */
export function takeRoundStep(
  db: Db,
  actor: Actor,
  { code, step, reason, now }: { code: string; step: RoundStep; reason?: string | undefined; now: Date },
): Promise<void> {
  return inTransaction(db, async (db) => {
    const round = await roundNamed(db, actor, code, 'for update')
    const counts = await roundCounts(db, round.id)
    const undecided = step === 'decide' ? undecidedOf(await roundResult(db, round)) : 0
    const subject = { ...round, ...counts, undecided }
    const decision = decide(roundLifecycle, step, { subject, actor, now, reason })
    if (!decision.ok) throw new Refusal(decision.code, decision.says)
    const { from, to } = decision
    await db
      .updateTable('round')
      .set({ state: to, moved_at: now, ...(to === 'published' ? { published_at: now } : {}) })
      .where('id', '=', round.id)
      .execute()
    const words = reason?.trim() || null
    const kept = { id: uuidv7(), round_id: round.id, step, from_state: from, to_state: to, reason: words }
    await db
      .insertInto('round_step')
      .values({ ...kept, person_id: actor.personId, at: now })
      .execute()
    if (step === 'publish') await recordAwards(db, round)
    await audit(db, actor, { what: `round.${step}`, subjectId: round.id, at: now, detail: { from, to } })
    await tellRoundStep(db, { round, step, now })
  })
}

const changedSince: Says = {
  id: 'Putaran ini disimpan orang lain sementara Anda menulis. Isian Anda masih ada di bawah: bandingkan, lalu simpan lagi.',
  en: 'Somebody saved this round while you were writing. What you typed is still below: compare, then save again.',
}
const opened: Says = {
  id: 'Putaran ini sudah dibuka: aturan, lokus, dan formulirnya berlaku sama bagi semua dan tidak diubah lagi.',
  en: 'This round is open: its rules, loci and form hold for everyone alike and are not changed any more.',
}
