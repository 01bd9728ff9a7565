import type { MoveKind } from '@semai/domain/organisations/restructuring'
import { openEditStates } from '@semai/domain/innovations/innovation-edit.lifecycle'
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Tx } from '../db/transaction.ts'

/** From where to where, by which line of history. */
export type Carrying = { change: string; from: string; into: string; now: Date }

/** Of each kind the ids of what was carried. */
export type Carried = Partial<Record<MoveKind, string[]>>

/**
 * All that an organisation holds now belongs to the other: innovations, claims, parts, people, engagements under way and teams,
 * programmes in its charge and open findings, texts and questions still open, invitations. What was done stays as it was done: acts, steps, closed texts, parts in innovations, designations.
 */
export async function carryAll(db: Tx, carrying: Carrying): Promise<Carried> {
  const { from, now } = carrying
  await withdrawMet(db, carrying)
  await cancelMet(db, carrying)
  await endMet(db, carrying)
  const rows = (table: string, more: RawBuilder<unknown> = sql`true`) => ({
    table,
    where: sql`organisation_id = ${from} and ${more}`,
  })
  return {
    innovation: await carry(db, 'innovation', { ...carrying, ...rows('innovation') }),
    claim: await carry(db, 'claim', { ...carrying, ...rows('claim') }),
    claim_unit: await carry(db, 'claim_unit', {
      ...carrying,
      table: 'claim',
      column: 'unit_id',
      where: sql`unit_id = ${from}`,
    }),
    ...(await carryReplications(db, carrying, sql`true`)),
    ...(await carryGuidance(db, carrying)),
    part: await carryParts(db, carrying, sql`parent_id = ${from} and ended_on is null`),
    person: await carry(db, 'person', { ...carrying, ...rows('person') }),
    draft: await carry(db, 'draft', {
      ...carrying,
      ...rows('innovation_edit', sql`state = any(${[...openEditStates]}::text[])`),
    }),
    correction: await carry(db, 'correction', {
      ...carrying,
      ...rows('correction', sql`state in ('received', 'asked')`),
    }),
    request: await carry(db, 'request', {
      ...carrying,
      ...rows('account_request', sql`state in ('submitted', 'verified')`),
    }),
    invitation: await carry(db, 'invitation', {
      ...carrying,
      ...rows('invitation', sql`accepted_at is null and withdrawn_at is null and expires_at > ${now}`),
    }),
  }
}

/** Of an organisation that is split: these innovations, and its claims about those and about others that go along. */
export async function carryChosen(
  db: Tx,
  carrying: Carrying,
  { innovations, parts }: { innovations: readonly string[]; parts: readonly string[] },
): Promise<Carried> {
  const of = (column: string) =>
    sql`organisation_id = ${carrying.from} and ${sql.ref(column)} = any(${innovations}::uuid[])`
  return {
    claim: await carry(db, 'claim', { ...carrying, table: 'claim', where: of('innovation_id') }),
    ...(await carryReplications(db, carrying, sql`innovation_id = any(${innovations}::uuid[])`)),
    innovation: await carry(db, 'innovation', { ...carrying, table: 'innovation', where: of('id') }),
    draft: await carry(db, 'draft', {
      ...carrying,
      table: 'innovation_edit',
      where: sql`${of('innovation_id')} and state = any(${[...openEditStates]}::text[])`,
    }),
    part: await carryParts(db, carrying, sql`id = any(${parts}::uuid[])`),
  }
}

/** Engagements under way and the teams of a hub, programmes it is in charge of, findings about it that are not closed, and what it
 * answers for in rounds under way.
 */
async function carryGuidance(db: Tx, carrying: Carrying): Promise<Carried> {
  const { from } = carrying
  return {
    engagement: await carry(db, 'engagement', {
      ...carrying,
      table: 'engagement',
      where: sql`organisation_id = ${from} and state = 'active'`,
    }),
    mentor_team: await carry(db, 'mentor_team', {
      ...carrying,
      table: 'mentor_team',
      column: 'hub_id',
      where: sql`hub_id = ${from} and ended_on is null`,
    }),
    finding: await carry(db, 'finding', {
      ...carrying,
      table: 'programme_finding',
      where: sql`organisation_id = ${from} and state not in ('closed', 'withdrawn')`,
    }),
    programme: await carry(db, 'programme', {
      ...carrying,
      table: 'scaling_programme',
      column: 'owner_id',
      where: sql`owner_id = ${from}`,
    }),
    locus: await carry(db, 'locus', {
      ...carrying,
      table: 'round_locus',
      where: sql`organisation_id = ${from} and round_id in (select id from round where state not in ('published', 'cancelled'))
        and (innovation_id is not null or not exists (select from round_locus there
          where there.group_id = round_locus.group_id and there.organisation_id = ${carrying.into}))`,
    }),
  }
}

async function carryReplications(db: Tx, carrying: Carrying, more: RawBuilder<unknown>): Promise<Carried> {
  const { from } = carrying
  const table = 'replication'
  return {
    replication: await carry(db, 'replication', {
      ...carrying,
      table,
      where: sql`organisation_id = ${from} and ${more}`,
    }),
    replication_institution: await carry(db, 'replication_institution', {
      ...carrying,
      table,
      column: 'institution_id',
      where: sql`institution_id = ${from} and ${more}`,
    }),
  }
}

function carryParts(db: Tx, carrying: Carrying, where: RawBuilder<unknown>): Promise<string[]> {
  return carry(db, 'part', { ...carrying, table: 'organisation', column: 'parent_id', where })
}

type Rows = Carrying & { table: string; where: RawBuilder<unknown>; column?: string }

async function carry(
  db: Tx,
  kind: MoveKind,
  { change, into, table, where, column = 'organisation_id' }: Rows,
): Promise<string[]> {
  const moved = await sql<{ record_id: string }>`with moved as (
      update ${sql.table(table)} set ${sql.ref(column)} = ${into} where ${where} returning id
    )
    insert into organisation_move (history_id, kind, record_id) select ${change}::uuid, ${kind}, id from moved
    returning record_id`.execute(db)
  return moved.rows.map(({ record_id }) => record_id)
}

/** Where both take the same innovation over, the replication of the one that goes is cancelled, and its history says so. */
async function cancelMet(db: Tx, { from, into, now }: Carrying): Promise<void> {
  const isOpen = (alias: string) =>
    sql`${sql.ref(`${alias}.state`)} not in ('declined', 'cancelled', 'stopped')`
  await sql`with met as (
      select gone.id, gone.state from replication gone join replication stays
        on stays.innovation_id = gone.innovation_id and stays.organisation_id = ${into} and ${isOpen('stays')}
      where gone.organisation_id = ${from} and ${isOpen('gone')}
    ), cancelled as (
      update replication r set state = 'cancelled', moved_at = ${now}, updated_at = ${now} from met where met.id = r.id
    )
    insert into replication_step (id, replication_id, step, from_state, to_state, reason_code, at)
    select gen_random_uuid(), met.id, 'cancel', met.state, 'cancelled', 'merged', ${now} from met`.execute(db)
}

/** Where one team accompanies both about the same, the engagement with the one that goes is ended, and says why. */
async function endMet(db: Tx, { from, into, now }: Carrying): Promise<void> {
  await sql`update engagement gone set state = 'ended', reason = 'Instansinya digabung. (Its organisation was merged.)', moved_at = ${now}
    from engagement stays where gone.organisation_id = ${from} and stays.organisation_id = ${into}
      and gone.state = 'active' and stays.state = 'active' and gone.team_id = stays.team_id
      and gone.replication_id is not distinct from stays.replication_id
      and gone.need_id is not distinct from stays.need_id`.execute(db)
}

/** Where both declared the same, what the one that goes said is withdrawn, and the history of the claim says why. */
async function withdrawMet(db: Tx, { from, into, now }: Carrying): Promise<void> {
  const after = (column: string) =>
    sql`case when ${sql.ref(column)} = ${from} then ${into}::uuid else ${sql.ref(column)} end`
  await sql`with met as (
      update claim gone set withdrawn_at = ${now}, updated_at = ${now}
      from claim stays
      where (gone.organisation_id = ${from} or gone.unit_id = ${from}) and gone.id <> stays.id
        and gone.innovation_id = stays.innovation_id
        and gone.source_key like 'semai:%' and stays.source_key like 'semai:%'
        and gone.withdrawn_at is null and stays.withdrawn_at is null
        and ${after('gone.organisation_id')} = stays.organisation_id
        and ${after('gone.unit_id')} is not distinct from stays.unit_id
      returning gone.id
    )
    insert into claim_step (id, claim_id, step, from_state, to_state, reason_code, at)
    select gen_random_uuid(), met.id, 'withdraw', before.state, 'withdrawn', 'merged', ${now}
    from met join claim before on before.id = met.id`.execute(db)
}
