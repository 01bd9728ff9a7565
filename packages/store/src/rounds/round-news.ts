import { sql } from 'kysely'
import type { RoundStep } from '@semai/domain/rounds/round.lifecycle'
import type { Db, Tx } from '../db/transaction.ts'
import { notify } from '../notices/notify.ts'
import { grantHolds } from '../people/grant-holds.ts'
import type { LoadedLocus } from './loci.ts'
import type { LoadedRound } from './rounds.ts'

type Which = { round: string; now: Date; locus?: string; closing?: Date }

/**
 * The people whom `answersLocus` of domain allows to answer some locus of the round: of one locus alone, or of those that did not submit
 * and close at a moment. One query, however many loci.
 */
export async function respondents(db: Db, { round, now, locus, closing }: Which): Promise<string[]> {
  const rows = await db
    .selectFrom('role_grant as g')
    .innerJoin('person as p', 'p.id', 'g.person_id')
    .select('p.id')
    .distinct()
    .where('g.role', 'in', ['author', 'local_admin'])
    .where(grantHolds(now))
    .where('p.deactivated_at', 'is', null)
    .where(
      sql<boolean>`g.organisation_id in (select x.above_id from round_locus l join round r on r.id = l.round_id
        join organisation_above x on x.organisation_id = l.organisation_id where l.round_id = ${round}
        and (${locus ?? null}::uuid is null or l.id = ${locus ?? null}::uuid)
        and (${closing ?? null}::timestamptz is null or (greatest(r.answers_until, l.extended_until) = ${closing ?? null}::timestamptz
          and not exists (select from round_answer a where a.locus_id = l.id and a.state = 'submitted'))))`,
    )
    .orderBy('p.id')
    .execute()
  return rows.map(({ id }) => id)
}

/** Who is asked is told once the round is open, they and the assessors once it is published. */
export async function tellRoundStep(
  db: Tx,
  { round, step, now }: { round: LoadedRound; step: RoundStep; now: Date },
): Promise<void> {
  const { id, code, name } = round
  if (step === 'open') {
    const detail = { code, round: name, until: round.answersUntil.toISOString() }
    const to = await respondents(db, { round: id, now })
    await notify(db, { kind: 'round_asked', detail, to, at: now })
  }
  if (step === 'publish') {
    const assessors = await db
      .selectFrom('round_assessment as x')
      .innerJoin('round_locus as l', 'l.id', 'x.locus_id')
      .select('x.person_id as person')
      .distinct()
      .where('l.round_id', '=', id)
      .where('x.state', '=', 'sent')
      .execute()
    const to = [...(await respondents(db, { round: id, now })), ...assessors.map(({ person }) => person)]
    await notify(db, { kind: 'round_published', detail: { code, round: name }, to, at: now })
  }
}

/** Who answers for the locus is told that it has more time. */
export async function tellExtension(
  db: Tx,
  { locus, until, now }: { locus: LoadedLocus; until: Date; now: Date },
): Promise<void> {
  const { id, code, round, name, roundId } = locus
  const detail = { code, round, locus: id, name, until: until.toISOString() }
  const to = await respondents(db, { round: roundId, now, locus: id })
  await notify(db, { kind: 'round_extended', detail, to, at: now })
}

/** Who answers for the locus, and who assesses it, are told when and where it presents. */
export async function tellPresentation(
  db: Tx,
  { locus, at, place, now }: { locus: LoadedLocus; at: Date; place: string | null; now: Date },
): Promise<void> {
  const { id, code, round, name, roundId } = locus
  const assessors = await db
    .selectFrom('round_assessment')
    .select('person_id as person')
    .where('locus_id', '=', id)
    .where('state', '<>', 'recused')
    .orderBy('person_id')
    .execute()
  const to = [
    ...(await respondents(db, { round: roundId, now, locus: id })),
    ...assessors.map(({ person }) => person),
  ]
  const detail = { code, round, locus: id, name, at: at.toISOString(), place }
  await notify(db, { kind: 'round_presents', detail, to, at: now })
}

/** Each assessor is told how many loci they were named for now. Up to five queries for each. */
export async function tellAssessors(
  db: Tx,
  { code, round, people, now }: { code: string; round: string; people: readonly string[]; now: Date },
): Promise<void> {
  for (const [person, own] of Map.groupBy(people, (id) => id)) {
    const detail = { code, round, count: own.length }
    await notify(db, { kind: 'round_assigned', detail, to: [person], at: now })
  }
}
