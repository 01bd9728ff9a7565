import { only } from '@semai/domain/lifecycle'
import type { Actor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import { needsReason } from '@semai/domain/rounds/award-proposal'
import type { AwardForm } from '@semai/domain/rounds/round.form'
import { runsRounds } from '@semai/domain/rounds/round-parties'
import type { Says } from '@semai/domain/text/says'
import { audit } from '../db/audit.ts'
import type { Db, Tx } from '../db/transaction.ts'
import { inTransaction } from '../db/transaction.ts'
import { roundResult } from './result.ts'
import type { GroupResult, ResultRow } from './result.ts'
import { roundCounts, roundNamed } from './rounds.ts'
import type { LoadedRound } from './rounds.ts'

type Which = { code: string; now: Date }

/**
 * A locus is honoured or not, beside what the order proposes.
 * @throws Refusal not-found | forbidden | conflict before everything is assessed, or once it is decided | invalid with the field `reason`
 *   where the decision departs from the order, or the order leaves it open.
 */
export function decideAward(
  db: Db,
  actor: Actor,
  { code, said, now }: Which & { said: AwardForm },
): Promise<void> {
  return inTransaction(db, async (db) => {
    const { round, groups } = await toDecide(db, actor, code)
    const row = groups.flatMap(({ rows }) => rows).find(({ locus }) => locus === said.locus)
    if (!row) throw new Refusal('not-found', noLocus)
    const isAwarded = said.awarded === 'yes'
    const reason = said.reason !== null && said.reason.length >= 5 ? said.reason : null
    if (reason === null && needsReason(row.proposal, isAwarded)) {
      throw new Refusal('invalid', why, [{ field: 'reason', says: why }])
    }
    await keep(db, actor, { rows: [row], isAwarded, reason, now })
    // What was decided stays out of the trail: it is read before the round is published.
    const detail = { round: round.id, hasReason: reason !== null }
    await audit(db, actor, { what: 'round_locus.decide', subjectId: row.locus, at: now, detail })
  })
}

/**
 * Every locus of a group that the order proposes outright is honoured, as far as nobody decided otherwise; ties stay open.
 * @returns how many.
 * @throws Refusal not-found | forbidden | conflict before everything is assessed, or once it is decided.
 */
export function acceptProposals(
  db: Db,
  actor: Actor,
  { code, group, now }: Which & { group: string },
): Promise<number> {
  return inTransaction(db, async (db) => {
    const { round, groups } = await toDecide(db, actor, code)
    const found = groups.find(({ id }) => id === group)
    if (!found) throw new Refusal('not-found', noLocus)
    const rows = found.rows.filter(({ proposal, decidedOn }) => proposal === 'yes' && decidedOn !== proposal)
    await keep(db, actor, { rows, isAwarded: true, reason: null, now })
    const detail = { group }
    await audit(db, actor, { what: 'round.accept_proposals', subjectId: round.id, at: now, detail })
    return rows.length
  })
}

async function toDecide(
  db: Tx,
  actor: Actor,
  code: string,
): Promise<{ round: LoadedRound; groups: GroupResult[] }> {
  const round = await roundNamed(db, actor, code, 'for update')
  if (!round.mayRun) throw new Refusal('forbidden', only(runsRounds))
  const { underRead } = await roundCounts(db, round.id)
  const isTime = round.state === 'assessing' || round.state === 'presenting'
  if (!isTime || underRead > 0) throw new Refusal('conflict', notNow)
  return { round, groups: await roundResult(db, round) }
}

type Kept = { rows: readonly ResultRow[]; isAwarded: boolean; reason: string | null; now: Date }

async function keep(db: Tx, actor: Actor, { rows, isAwarded, reason, now }: Kept): Promise<void> {
  for (const { locus, proposal, place } of rows) {
    const decided = { proposal, place, reason, decided_by: actor.personId, decided_at: now }
    await db
      .insertInto('round_award')
      .values({ locus_id: locus, is_awarded: isAwarded, ...decided })
      .onConflict((conflict) =>
        conflict.column('locus_id').doUpdateSet({ is_awarded: isAwarded, ...decided }),
      )
      .execute()
  }
}

const why: Says = {
  id: 'Tuliskan alasannya: keputusan ini berbeda dari urutan nilai, atau urutannya seri.',
  en: 'Write the reason: this decision departs from the order of the scores, or the order is tied.',
}
const notNow: Says = {
  id: 'Penghargaan diputuskan setelah semua lokus dinilai, sebelum hasil ditetapkan.',
  en: 'Awards are decided once every locus is assessed, before the result is.',
}
const noLocus: Says = {
  id: 'Tidak ada lokus atau kelompok itu di putaran ini.',
  en: 'The round has no such locus or group.',
}
