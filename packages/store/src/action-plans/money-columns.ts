import type { FundingKind, PartnerKind } from '@semai/domain/action-plans/budget-chain'
import type { LinkRecord, PledgeRecord } from '@semai/domain/action-plans/budget-standing'
import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Db } from '../db/transaction.ts'

/** A commitment as it is shown. */
export type CommitmentRow = {
  id: string
  signer: string
  post: string
  signedOn: string
  number: string
  link: string | null
  /** The signed document itself is stored. */
  hasFile: boolean
  amounts: PledgeRecord[]
  covers: { slug: string; name: string }[]
}
/** Money of another source as it is shown. */
export type FundingRow = {
  id: string
  year: number
  kind: FundingKind
  partner: string | null
  partnerKind: PartnerKind | null
  pledged: number
  allocated: number
  spent: number
}

/** What is known of the money of a replication, for a query over `r`. */
export function moneyColumns(db: Db) {
  return [commitmentsOf(db).as('commitments'), linksOf(db).as('links'), fundingOf(db).as('funding')] as const
}

function commitmentsOf(db: Db) {
  return jsonArrayFrom(
    db
      .selectFrom('commitment as c')
      .select(['c.id', 'c.signer', 'c.post', 'c.signed_on as signedOn', 'c.number', 'c.link'])
      .select(sql<boolean>`exists (select from attachment x where x.commitment_id = c.id)`.as('hasFile'))
      .select((eb) => [
        jsonArrayFrom(
          eb
            .selectFrom('commitment_amount as m')
            .select(['m.year', 'm.amount'])
            .whereRef('m.commitment_id', '=', 'c.id')
            .orderBy('m.year'),
        ).as('amounts'),
        jsonArrayFrom(
          eb
            .selectFrom('commitment_innovation as ci')
            .innerJoin('innovation as n', 'n.id', 'ci.innovation_id')
            .select(['n.slug', 'n.name'])
            .whereRef('ci.commitment_id', '=', 'c.id')
            .orderBy('n.name'),
        ).as('covers'),
      ])
      .where(sql<boolean>`c.replication_id = r.id`)
      .where('c.withdrawn_at', 'is', null)
      .orderBy('c.signed_on')
      .orderBy('c.id')
      .limit(50),
  ).$castTo<CommitmentRow[]>()
}

/** The links of the chain that are recorded, for a query over `r`. */
function linksOf(db: Db) {
  return jsonArrayFrom(
    db
      .selectFrom('budget_link as b')
      .select(['b.year', 'b.link', 'b.number', 'b.dated as on', 'b.sub_activity_code as code', 'b.amount'])
      .where(sql<boolean>`b.replication_id = r.id`)
      .orderBy('b.year')
      .orderBy('b.link')
      .limit(200),
  ).$castTo<LinkRecord[]>()
}

function fundingOf(db: Db) {
  return jsonArrayFrom(
    db
      .selectFrom('funding as f')
      .select(['f.id', 'f.year', 'f.kind', 'f.partner', 'f.partner_kind as partnerKind'])
      .select(['f.pledged', 'f.allocated', 'f.spent'])
      .where(sql<boolean>`f.replication_id = r.id`)
      .orderBy('f.year')
      .orderBy('f.id')
      .limit(200),
  ).$castTo<FundingRow[]>()
}

/** The span of years of the plan of `r`, or null. */
export const planYears = sql<{ firstYear: number; lastYear: number } | null>`(select jsonb_build_object(
  'firstYear', p.content->'firstYear', 'lastYear', p.content->'lastYear')
  from action_plan p where p.replication_id = r.id)`
