import type { Actor } from '@semai/domain/people/actor'
import { declareClaim } from '../claims/declare-claim.ts'
import { takeClaimStep } from '../claims/take-claim-step.ts'
import type { Tx } from '../db/transaction.ts'
import { loadReplication } from './replication-record.ts'
import type { LoadedReplication } from './replication-record.ts'

/** What a claim says about a replication that runs. `since` is a year, a month or a day. */
export type Running = { code: string; since: string; now: Date; updateMonth: number }

/**
 * A claim says that the replication runs, and the replication names it: the adopter's own claim where there is one,
 * taken up again if it had stopped, else a new one, declared.
 * @throws Refusal as of declaring; nothing is then written.
 */
export async function claimRunning(
  db: Tx,
  actor: Actor,
  { code, since, now, updateMonth }: Running,
): Promise<void> {
  const replication = await loadReplication(db, actor, { code, now, lock: 'no lock' })
  const known = await ownClaim(db, replication)
  if (known?.state === 'stopped')
    await stepOfClaim(db, actor, { id: known.id, step: 'resume', now, updateMonth })
  const claimId = known?.id ?? (await declare(db, actor, { replication, since, now, updateMonth }))
  await db.updateTable('replication').set({ claim_id: claimId }).where('id', '=', replication.id).execute()
}

/** The claim the adopter itself made here before, if any. */
function ownClaim(db: Tx, { innovationId, institutionId, organisationId }: LoadedReplication) {
  return db
    .selectFrom('claim')
    .select(['id', 'state'])
    .where('innovation_id', '=', innovationId)
    .where('organisation_id', '=', institutionId)
    .where('unit_id', 'is not distinct from', organisationId === institutionId ? null : organisationId)
    .where('source_key', 'like', 'semai:%')
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
}

type Declared = Omit<Running, 'code'> & { replication: LoadedReplication }

function declare(db: Tx, actor: Actor, { replication, since, now, updateMonth }: Declared): Promise<string> {
  const said = {
    organisation: replication.organisationId,
    region: replication.regionCode,
    start: since,
    bound: 'on',
    form: replication.declaredForm,
    scope: null,
    localName: replication.localName,
    evidence: `Replikasi ${replication.code}`,
    evidenceLink: null,
    legalBasis: replication.legalBasis,
    budgetLine: replication.budgetLine,
  } as const
  return declareClaim(db, actor, { innovationId: replication.innovationId, said, now, updateMonth })
}

/** A step of the claim behind a replication, with nothing but what it needs. */
export function stepOfClaim(
  db: Tx,
  actor: Actor,
  asked: Pick<Parameters<typeof takeClaimStep>[2], 'id' | 'step' | 'now' | 'updateMonth' | 'code' | 'day'>,
) {
  return takeClaimStep(db, actor, { link: null, legalBasis: null, budgetLine: null, ...asked })
}
