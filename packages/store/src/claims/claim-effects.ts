import { strengthOn, strongest } from '@semai/domain/claims/claim'
import type { Act, ClaimKind, StopReason } from '@semai/domain/claims/claim'
import type { ClaimStep } from '@semai/domain/claims/claim.lifecycle'
import { strengthRenewed, validUntil } from '@semai/domain/claims/validity'
import type { Role } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import { dayIn } from '@semai/domain/time/clock'
import { sql } from 'kysely'
import type { Updateable } from 'kysely'
import type { Schema } from '../db/schema.ts'
import type { Tx } from '../db/transaction.ts'
import { uuidv7 } from '../db/uuid.ts'
import { ensureSource } from '../exchange/ensure-source.ts'

/** A step that somebody asks for, with what it carries. */
export type StepOfClaim = {
  id: string
  step: ClaimStep
  /** Words: the reason, or of a verification what was seen. */
  reason?: string | undefined
  code?: StopReason | undefined
  /** `YYYY-MM-DD`: of the evidence, of the stop. */
  day?: string | undefined
  /** Address of the evidence. */
  link: string | null
  legalBasis: string | null
  budgetLine: string | null
  now: Date
  /** 1 to 12: the month in which the country renews. */
  updateMonth: number
}

type Known = {
  id: string
  kind: ClaimKind
  strength: Act
  validUntil: string | null
  earliest: string | null
  legalBasis: string | null
  budgetLine: string | null
}
type Taken = {
  claim: Known
  asked: StepOfClaim
  by: { role: Role | null; organisationId: string | null }
  personId: string | null
}
type Effect = (db: Tx, taken: Taken) => Promise<Updateable<Schema['claim']>>

/** What each step does besides moving: the columns it changes; acts are written here. */
export const claimEffects: Readonly<Record<ClaimStep, Effect>> = {
  confirm: async (db, taken) => {
    const { asked, claim } = taken
    await insertAct(db, taken, { act: 'confirmed', on: dayIn(asked.now), source: 'Konfirmasi' })
    return { strength: strongest([claim.strength, 'confirmed'])! }
  },
  verify: async (db, taken) => {
    refuseEarlier(taken)
    await insertAct(db, taken, { act: 'verified', on: taken.asked.day!, source: 'Verifikasi' })
    return { strength: 'verified', ...seenRunning(taken) }
  },
  declare: async (db, taken) => {
    await insertAct(db, taken, { act: 'declared', on: dayIn(taken.asked.now), source: 'Pernyataan' })
    return { strength: strongest([taken.claim.strength, 'declared'])!, declared_at: taken.asked.now }
  },
  renew,
  dispute: async (_, { asked, personId }) => ({
    disputed_at: asked.now,
    disputed_by: personId,
    answered_at: null,
  }),
  answer: async (_, { asked }) => ({ answered_at: asked.now }),
  settle: async () => settled,
  uphold: async (_, { asked }) => ({ withdrawn_at: asked.now }),
  stop: async (_, taken) => {
    const { asked } = taken
    refuseEarlier(taken)
    return { stopped_on: asked.day!, stop_reason: asked.code! }
  },
  resume: async (_, { claim, asked }) => ({
    stopped_on: null,
    stop_reason: null,
    stop_reason_public: false,
    ...(claim.kind === 'state' && { valid_until: nextEnd(claim, asked) }),
  }),
  withdraw: async (_, { asked }) => ({ withdrawn_at: asked.now }),
}

const settled = { disputed_at: null, disputed_by: null, answered_at: null }

/** The adopter says that it goes on; acts that no longer carry the strength are marked as ended. */
async function renew(db: Tx, taken: Taken): Promise<Updateable<Schema['claim']>> {
  const { claim, asked } = taken
  const today = dayIn(asked.now)
  const acts = await db
    .selectFrom('claim_act')
    .select(['act', 'acted_on as on'])
    .where('claim_id', '=', claim.id)
    .where('ended_on', 'is', null)
    .execute()
  const strength = strengthRenewed(acts, { today, hasLapsed: strengthOn(claim, today) === 'not_updated' })
  await db
    .updateTable('claim_act')
    .set({ ended_on: today })
    .where('claim_id', '=', claim.id)
    .where('ended_on', 'is', null)
    .where(
      sql<boolean>`array_position(array['reported','declared','confirmed','verified'], act)
      > array_position(array['reported','declared','confirmed','verified'], ${strength})`,
    )
    .execute()
  await insertAct(db, taken, { act: 'declared', on: today, source: 'Pernyataan' })
  const given = {
    legalBasis: asked.legalBasis ?? claim.legalBasis,
    budgetLine: asked.budgetLine ?? claim.budgetLine,
  }
  return {
    strength,
    valid_until: nextEnd({ ...claim, ...given }, asked),
    legal_basis: given.legalBasis,
    budget_line: given.budgetLine,
  }
}

/** The end of validity of what is said now. */
function nextEnd(
  { legalBasis, budgetLine }: Pick<Known, 'legalBasis' | 'budgetLine'>,
  { now, updateMonth }: Pick<StepOfClaim, 'now' | 'updateMonth'>,
): string {
  const isSecured = legalBasis !== null && budgetLine !== null
  return validUntil(dayIn(now), { updateMonth, isSecured })
}

/** Whoever saw it running on a day has news of it: its validity is counted from that day, if that is later. */
function seenRunning({ claim, asked }: Taken): Updateable<Schema['claim']> {
  if (claim.kind === 'event') return {}
  const until = validUntil(asked.day!, { updateMonth: asked.updateMonth, isSecured: false })
  return claim.validUntil !== null && claim.validUntil < until ? { valid_until: until } : {}
}

async function insertAct(
  db: Tx,
  { claim, asked, by }: Taken,
  { act, on, source }: { act: Act; on: string; source: string },
): Promise<void> {
  const name = await nameOf(db, by)
  await db
    .insertInto('claim_act')
    .values({
      id: uuidv7(),
      claim_id: claim.id,
      act,
      organisation_id: by.organisationId,
      acted_on: on,
      source_id: await ensureSource(db, `${source} ${name}`, asked.link),
      note: act === 'verified' ? asked.reason!.trim() : null,
    })
    .onConflict((conflict) =>
      conflict.columns(['claim_id', 'act', 'organisation_id', 'acted_on']).doUpdateSet((eb) => ({
        note: eb.ref('excluded.note'),
        source_id: eb.ref('excluded.source_id'),
        ended_on: null,
      })),
    )
    .execute()
}

async function nameOf(db: Tx, { role, organisationId }: Taken['by']): Promise<string> {
  if (organisationId === null) return 'admin kementerian'
  const { name } = await db
    .selectFrom('organisation')
    .select('name')
    .where('id', '=', organisationId)
    .executeTakeFirstOrThrow()
  return role === 'inspectorate' ? `inspektorat ${name}` : role === 'hub' ? `hub ${name}` : name
}

/** What is named as the day of a stop, or of evidence that it runs, is not before it can have begun. */
function refuseEarlier({ claim, asked }: Taken): void {
  if (claim.earliest === null || asked.day! >= claim.earliest) return
  const says = {
    id: 'Hari itu lebih awal daripada mulainya. Periksa tanggalnya.',
    en: 'That day is before it began. Check the day.',
  }
  throw new Refusal('invalid', says, [{ field: 'day', says }])
}
