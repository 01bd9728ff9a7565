import type { Actor } from '@semai/domain/people/actor'
import type { Tx } from './transaction.ts'

/** Who did it; `personId` is null for what no person did, and the label says what did ("setup"). */
export type AuditActor = Pick<Actor, 'personId' | 'label'>

/** `what` is `<thing>.<step>`, such as `innovation.import`; `detail` holds ids and numbers only. */
export type AuditEvent = { what: string; subjectId: string; at: Date; detail?: Record<string, unknown> }

/** Appends to the audit trail. Takes `Tx`: an event never lands without its change. No personal data in `detail`. */
export async function audit(db: Tx, actor: AuditActor, event: AuditEvent): Promise<void> {
  const { what, subjectId, at, detail } = event
  await db
    .insertInto('audit_event')
    .values({
      at,
      actor_id: actor.personId,
      actor_label: actor.label,
      what,
      subject_id: subjectId,
      detail: JSON.stringify(detail ?? {}),
    })
    .execute()
}
