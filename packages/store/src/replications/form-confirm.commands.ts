import { only } from '@semai/domain/lifecycle'
import { secretariat } from '@semai/domain/people/access'
import type { Actor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import { adoptersHub } from '@semai/domain/claims/claim-parties'
import { guidesReplication, mayReplicate } from '@semai/domain/replications/replication-parties'
import type { ReplicationParties } from '@semai/domain/replications/replication-parties'
import type { ReplicationForm } from '@semai/domain/claims/claim'
import { audit } from '../db/audit.ts'
import type { Db } from '../db/transaction.ts'
import { inTransaction } from '../db/transaction.ts'
import { uuidv7 } from '../db/uuid.ts'
import { notify } from '../notices/notify.ts'
import { peopleAllowed } from '../notices/recipients.ts'
import type { Confirmer } from './forms-schema.ts'
import { loadReplication } from './replication-record.ts'

/**
 * A mentor or the hub confirms the form that the adopter declared, and the adopter is told. It holds while that form is the
 * one declared.
 * @param form what the page showed: another one declared since is not confirmed unseen.
 * @throws Refusal not-found | forbidden | conflict; nothing is then written.
 */
export function confirmForm(
  db: Db,
  actor: Actor,
  { code, form, now }: { code: string; form: ReplicationForm; now: Date },
): Promise<void> {
  return inTransaction(db, async (db) => {
    const replication = await loadReplication(db, actor, { code, now, lock: 'for update' })
    if (!guidesReplication.allows(actor, replication)) throw new Refusal('forbidden', only(guidesReplication))
    if (replication.declaredForm !== form) throw declaredAnew()
    await db
      .insertInto('form_confirmation')
      .values({
        id: uuidv7(),
        replication_id: replication.id,
        form,
        confirmed_by: actor.personId,
        as_role: roleOf(actor, replication),
        confirmed_at: now,
      })
      .execute()
    await audit(db, actor, {
      what: 'replication.confirm_form',
      subjectId: replication.id,
      at: now,
      detail: { form },
    })
    const people = await peopleAllowed(db, mayReplicate, { subject: replication.adopter, now })
    const innovation = replication.localName ?? replication.innovation
    const detail = { code: replication.code, innovation }
    const to = people.filter((id) => id !== actor.personId)
    await notify(db, { kind: 'form_confirmed', detail, to, at: now })
  })
}

function roleOf(actor: Actor, replication: ReplicationParties): Confirmer {
  if (adoptersHub.allows(actor, replication)) return 'hub'
  return secretariat.allows(actor, null) ? 'secretariat' : 'mentor'
}

function declaredAnew(): Refusal {
  return new Refusal('conflict', {
    id: 'Bentuk yang dinyatakan berubah sejak halaman ini dibuka. Lihat lagi, lalu konfirmasi.',
    en: 'Another form was declared since this page was opened. Look again, then confirm.',
  })
}
