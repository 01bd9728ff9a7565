import type { BlueprintStep } from '@semai/domain/blueprints/blueprint-edit.lifecycle'
import { itsLocalAdmin } from '@semai/domain/people/access'
import type { Actor } from '@semai/domain/people/actor'
import { mayReplicate } from '@semai/domain/replications/replication-parties'
import { sql } from 'kysely'
import type { Tx } from '../db/transaction.ts'
import { notify } from '../notices/notify.ts'
import { peopleAllowed } from '../notices/recipients.ts'
import type { LoadedBlueprintText } from './blueprint-edit.queries.ts'

type Taken = { edit: LoadedBlueprintText; step: BlueprintStep; now: Date }

/** Whoever a step of a working text concerns beyond the unit itself is told; nobody of their own doing. */
export async function tellOfBlueprint(db: Tx, actor: Actor, taken: Taken): Promise<void> {
  if (taken.edit.kind === 'origin_draft') return tellOfDraft(db, actor, taken)
  if (taken.step !== 'publish') return
  return taken.edit.kind === 'replica' ? tellOrigin(db, actor, taken) : tellReplicas(db, actor, taken)
}

/** The origin's administrator is asked to endorse; whoever handed the draft in hears the answer. */
async function tellOfDraft(db: Tx, { personId }: Actor, { edit, step, now }: Taken): Promise<void> {
  const detail = { edit: edit.id, innovation: edit.innovation, adopter: edit.organisation }
  if (step === 'submit') {
    const to = await peopleAllowed(db, itsLocalAdmin, { subject: edit.origin, now })
    return notify(db, { kind: 'origin_draft_submitted', detail, to: butNot(personId, to), at: now })
  }
  if (step !== 'return' && step !== 'publish') return
  const to = butNot(personId, edit.submittedBy === null ? [] : [edit.submittedBy])
  if (step === 'return') return notify(db, { kind: 'origin_draft_returned', detail, to, at: now })
  const endorsed = { ...detail, slug: edit.slug }
  return notify(db, { kind: 'origin_draft_endorsed', detail: endorsed, to, at: now })
}

/** The origin hears that a replica has published how it is built. */
async function tellOrigin(db: Tx, { personId }: Actor, { edit, now }: Taken): Promise<void> {
  const to = await peopleAllowed(db, mayReplicate, { subject: edit.origin, now })
  const detail = { code: edit.replication!, innovation: edit.innovation, adopter: edit.organisation }
  await notify(db, { kind: 'replica_blueprint', detail, to: butNot(personId, to), at: now })
}

/** Those whose replica took from an older version hear that there is a newer one. Two queries, however many replicas. */
async function tellReplicas(db: Tx, { personId }: Actor, { edit, now }: Taken): Promise<void> {
  const rows = await db
    .selectFrom('blueprint as b')
    .innerJoin('fork_origin as f', (join) =>
      join.onRef('f.blueprint_id', '=', 'b.id').onRef('f.version', '=', 'b.version'),
    )
    .innerJoin('replication as r', 'r.id', 'b.replication_id')
    .innerJoin('organisation_above as x', 'x.organisation_id', 'r.organisation_id')
    .innerJoin('role_grant as g', 'g.organisation_id', 'x.above_id')
    .innerJoin('person as p', 'p.id', 'g.person_id')
    .select('p.id')
    .distinct()
    .where('f.origin_blueprint_id', '=', edit.blueprintId)
    .where('r.state', 'not in', ['declined', 'cancelled', 'stopped'])
    .where('g.role', 'in', ['author', 'local_admin'])
    .where('g.revoked_at', 'is', null)
    .where('g.valid_from', '<=', now)
    .where(sql<boolean>`(g.valid_until is null or g.valid_until > ${now})`)
    .where('p.deactivated_at', 'is', null)
    .execute()
  const to = butNot(
    personId,
    rows.map(({ id }) => id),
  )
  const detail = { innovation: edit.innovation, slug: edit.slug }
  await notify(db, { kind: 'origin_updated', detail, to, at: now })
}

function butNot(personId: string | null, people: readonly string[]): string[] {
  return people.filter((id) => id !== personId)
}
