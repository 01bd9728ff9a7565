import { claimLifecycle } from '@semai/domain/claims/claim.lifecycle'
import type { ClaimStep } from '@semai/domain/claims/claim.lifecycle'
import { involved, itsAdopter } from '@semai/domain/claims/claim-parties'
import { offeredSteps, othersSteps } from '@semai/domain/lifecycle'
import type { Actor, Role } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import { reasonChoices } from '../reasons/reason-list.ts'
import type { Db } from '../db/transaction.ts'
import { isWithin, scopeIds } from '../organisations/in-scope.ts'
import { partyColumns, withHub } from './claim-sides.ts'

/**
 * Claims somebody may open, with `a` who runs them, `o` its institution and `i` the innovation: all that stand, and
 * withdrawn ones for those who write for the adopter.
 */
export function readableClaims(db: Db, actor: Actor) {
  const own = scopeIds(actor, 'author', 'local_admin')
  return db
    .selectFrom('claim as c')
    .innerJoin('organisation as o', 'o.id', 'c.organisation_id')
    .innerJoin('organisation as a', (join) =>
      join.on(sql<boolean>`a.id = coalesce(c.unit_id, c.organisation_id)`),
    )
    .innerJoin('innovation as i', 'i.id', 'c.innovation_id')
    .where((eb) => eb.or([eb('c.withdrawn_at', 'is', null), isWithin('a.id', own)]))
}

/** What deciding about a claim needs, locked where it will be changed. */
export async function loadClaim(
  db: Db,
  actor: Actor,
  { id, now, lock }: { id: string; now: Date; lock: 'for update' | 'no lock' },
) {
  const row = await readableClaims(db, actor)
    .select(partyColumns(now))
    .select([
      'c.innovation_id as innovationId',
      'c.organisation_id as organisationId',
      'a.name as adopterName',
    ])
    .select(['c.earliest', 'c.latest', 'c.legal_basis as legalBasis', 'c.budget_line as budgetLine'])
    .where(sql<string>`c.id::text`, '=', id)
    .$if(lock === 'for update', (query) => query.forUpdate('c'))
    .executeTakeFirst()
  if (!row) throw noSuchClaim()
  return withHub(row)
}

/**
 * The page of a claim: what it says, its acts with their sources, what people did in order, the steps this reader may
 * take, and of the others who may. Reasons are for those involved; of stopping the public sees the reason only where
 * the agency agreed. One query.
 * @throws Refusal not-found.
 */
export async function claimPage(db: Db, actor: Actor, { id, now }: { id: string; now: Date }) {
  const row = await readableClaims(db, actor)
    .innerJoin('region as r', 'r.code', 'c.region_code')
    .innerJoin('source as s', 's.id', 'c.source_id')
    .innerJoin('organisation as origin', 'origin.id', 'i.organisation_id')
    .select(partyColumns(now))
    .select(['c.happening', 'c.earliest', 'c.latest', 'c.precision', 'c.form', 'c.scope', 'c.note'])
    .select(['c.local_name as localName', 'c.legal_basis as legalBasis', 'c.budget_line as budgetLine'])
    .select(['c.stopped_on as stoppedOn', 'c.stop_reason as stopReason', 'c.batch'])
    .select(['c.stop_reason_public as isReasonPublic', 'c.recorded_at as recordedAt'])
    .select(['i.code as innovationCode', 'i.slug as innovationSlug', 'i.name as innovation'])
    .select(['o.name as organisation', 'o.slug as organisationSlug', 'a.name as unit', 'a.slug as unitSlug'])
    .select(['origin.name as originName', 'origin.slug as originSlug'])
    .select(['r.name as region', 'r.slug as regionSlug', 's.name as source', 's.url as sourceUrl'])
    .select([actsOf(db).as('acts'), stepsOf(db).as('history')])
    .where(sql<string>`c.id::text`, '=', id)
    .executeTakeFirst()
  if (!row) throw noSuchClaim()
  const claim = withHub(row)
  const isInvolved = involved.allows(actor, claim)
  const moment = { subject: claim, actor, now, reasons: await reasonChoices(db) }
  return {
    ...claim,
    isInvolved,
    mayShowReason: claim.stopReason !== null && itsAdopter.allows(actor, claim),
    stopReason: isInvolved || claim.isReasonPublic ? claim.stopReason : null,
    history: claim.history.map((one) =>
      isInvolved || evidence.has(one.step) ? one : { ...one, reason: null, reasonCode: null },
    ),
    steps: offeredSteps(claimLifecycle, moment),
    others: othersSteps(claimLifecycle, moment),
  }
}
export type ClaimPage = Awaited<ReturnType<typeof claimPage>>

/** Steps whose words are evidence: for everyone. */
const evidence: ReadonlySet<ClaimStep | 'start'> = new Set(['start', 'verify'])

function actsOf(db: Db) {
  return jsonArrayFrom(
    db
      .selectFrom('claim_act as t')
      .leftJoin('organisation as b', 'b.id', 't.organisation_id')
      .leftJoin('source as e', 'e.id', 't.source_id')
      .select(['t.act', 't.acted_on as on', 't.note', 't.ended_on as endedOn', 'b.name as by', 'b.slug'])
      .select(['e.name as source', 'e.url as sourceUrl'])
      .where(sql<boolean>`t.claim_id = c.id`)
      .orderBy(sql`t.acted_on nulls first`)
      .orderBy('t.id'),
  )
}

function stepsOf(db: Db) {
  return jsonArrayFrom(
    db
      .selectFrom('claim_step as t')
      .leftJoin('organisation as b', 'b.id', 't.organisation_id')
      .select(['t.id', 't.step', 't.at', 't.day', 't.link', 't.reason', 't.reason_code as reasonCode'])
      .select(['t.role', 'b.name as by', 'b.slug'])
      .where(sql<boolean>`t.claim_id = c.id`)
      .orderBy('t.at')
      .orderBy('t.ordinal')
      .limit(200),
  ).$castTo<HistoryLine[]>()
}

/** One line of the timeline, without the person. */
type HistoryLine = {
  id: string
  step: ClaimStep | 'start'
  at: string
  day: string | null
  link: string | null
  reason: string | null
  reasonCode: string | null
  role: Role | null
  by: string | null
  slug: string | null
}

function noSuchClaim(): Refusal {
  return new Refusal('not-found', {
    id: 'Klaim ini tidak ada, atau sudah ditarik.',
    en: 'There is no such claim, or it was withdrawn.',
  })
}
