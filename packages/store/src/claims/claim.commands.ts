import { strongest } from '@semai/domain/claims/claim'
import type { Act } from '@semai/domain/claims/claim'
import { sql } from 'kysely'
import type { Insertable } from 'kysely'
import { audit } from '../db/audit.ts'
import type { AuditActor } from '../db/audit.ts'
import { insertMany, updateMany } from '../db/bulk.ts'
import type { Schema } from '../db/schema.ts'
import type { Tx } from '../db/transaction.ts'
import { uuidv7 } from '../db/uuid.ts'
import type { Outcome } from '../exchange/outcome.ts'
import { changedColumns } from '../exchange/rows-diff.ts'
import { countReplicas } from './count-replicas.ts'

type ClaimColumns = Omit<Insertable<Schema['claim']>, 'id' | 'recorded_at' | 'updated_at'>
type ActColumns = Omit<Insertable<Schema['claim_act']>, 'id' | 'claim_id'>

/** A claim with its names resolved, and the act it rests on. */
export type PlacedClaim = {
  claim: ClaimColumns & { source_key: string; strength: Act }
  act: ActColumns & { act: Act }
}

/** `silentOn`: columns of claims already there that stay as they are. A stop is such a column, unless the claim is one. */
type Claims = { claims: readonly PlacedClaim[]; silentOn: readonly string[]; actor: AuditActor; now: Date }

/**
 * Claims are as given, found by source key; the strength of each is its strongest act, those of other sources
 * included. The replicas of their innovations are counted anew; one audit event for each changed claim.
 */
export async function saveClaims(
  db: Tx,
  { claims, silentOn, actor, now }: Claims,
): Promise<Pick<Outcome, 'created' | 'updated' | 'touched'>> {
  const known = await knownClaims(db, claims)
  const fresh = claims
    .filter(({ claim }) => !known.claims.has(claim.source_key))
    .map(({ claim, act }) => ({ id: uuidv7(), claim, act }))
  await insertMany(
    db,
    'claim',
    fresh.map(({ id, claim }) => ({ id, ...claim, recorded_at: now, updated_at: now })),
  )
  await insertMany(
    db,
    'claim_act',
    fresh.map(({ id, act }) => ({ id: uuidv7(), claim_id: id, ...act })),
  )
  const touched = new Set(fresh.map(({ claim }) => claim.innovation_id))
  let updated = 0
  for (const { claim, act } of claims) {
    const before = known.claims.get(claim.source_key)
    if (before === undefined) continue
    const fields = await updateClaim(db, {
      before,
      claim: spoken(claim, { before, silentOn }),
      act,
      acts: known.acts.get(before.id) ?? [],
      now,
    })
    if (fields.length === 0) continue
    updated++
    touched.add(claim.innovation_id).add(before.innovation_id)
    await audit(db, actor, { what: 'claim.update', subjectId: before.id, at: now, detail: { fields } })
  }
  await countReplicas(db, [...touched])
  return { created: fresh.length, updated, touched: [...touched] }
}

type KnownClaim = Awaited<ReturnType<typeof claimRows>>[number]
type KnownAct = Awaited<ReturnType<typeof actRows>>[number]

async function knownClaims(db: Tx, claims: readonly PlacedClaim[]) {
  const rows = await claimRows(
    db,
    claims.map(({ claim }) => claim.source_key),
  )
  const acts = await actRows(
    db,
    rows.map((row) => row.id),
  )
  return {
    claims: new Map(rows.map((row) => [row.source_key, row])),
    acts: Map.groupBy(acts, (row) => row.claim_id),
  }
}

function claimRows(db: Tx, keys: readonly string[]) {
  return db
    .selectFrom('claim')
    .selectAll()
    .where('source_key', '=', sql<string>`any(${keys}::text[])`)
    .execute()
}

function actRows(db: Tx, ids: readonly string[]) {
  return db
    .selectFrom('claim_act')
    .selectAll()
    .where('claim_id', '=', sql<string>`any(${ids}::uuid[])`)
    .execute()
}

/** What a claim says of one that is there. Of stopping it speaks only when it is a stop, or takes back that it was. */
function spoken(
  claim: PlacedClaim['claim'],
  { before, silentOn }: { before: KnownClaim; silentOn: readonly string[] },
): PlacedClaim['claim'] {
  if (claim.happening === 'stopped') return without(claim, silentOn)
  if (before.happening === 'stopped') return { ...without(claim, silentOn), stop_reason: null }
  return without(claim, [...silentOn, 'stopped_on'])
}

function without(claim: PlacedClaim['claim'], columns: readonly string[]): PlacedClaim['claim'] {
  return Object.fromEntries(Object.entries(claim).filter(([name]) => !columns.includes(name))) as typeof claim
}

/** @returns the names of what changed; empty for nothing. */
async function updateClaim(
  db: Tx,
  {
    before,
    claim,
    act,
    acts,
    now,
  }: PlacedClaim & { before: KnownClaim; acts: readonly KnownAct[]; now: Date },
): Promise<string[]> {
  const own = acts.filter((known) => known.source_id === before.source_id)
  const isSameAct = own.length === 1 && changedColumns(own[0]!, act).length === 0
  const others = acts.filter((known) => !own.includes(known))
  const holding = others.filter((known) => known.ended_on === null)
  const strength = strongest([act.act, ...holding.map((known) => known.act)])!
  const fields = changedColumns(before, { ...claim, strength })
  if (!isSameAct) {
    fields.push('act')
    const ids = own.map((known) => known.id)
    await db
      .deleteFrom('claim_act')
      .where('id', '=', sql<string>`any(${ids}::uuid[])`)
      .execute()
    await insertMany(db, 'claim_act', [{ id: uuidv7(), claim_id: before.id, ...act }])
  }
  if (fields.length > 0)
    await updateMany(db, 'claim', {
      rows: [{ id: before.id, ...claim, strength, updated_at: now }],
      by: ['id'],
    })
  return fields
}
