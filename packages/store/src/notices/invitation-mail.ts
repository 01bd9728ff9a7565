import type { Says } from '@semai/domain/text/says'
import type { Tx } from '../db/transaction.ts'
import { uuidv7 } from '../db/uuid.ts'
import { addMailJobs } from '../jobs/add-job.ts'
import { seal } from '../people/sealing.ts'
import { emptyMail } from './empty-mail.ts'

/** For what the token of an invitation is sealed until its mail has left. */
export const invitationSeal = (mailId: string) => `invitation in mail ${mailId}`

/** The invitation is mailed to its address once this transaction is committed, if this site sends mail. */
export async function mailInvitation(
  db: Tx,
  { invitationId, token, lang, at }: { invitationId: string; token: string; lang: keyof Says; at: Date },
): Promise<void> {
  const id = uuidv7()
  const sealed = await seal(db, invitationSeal(id), Buffer.from(token), at)
  await db
    .insertInto('mail')
    .values({
      ...emptyMail,
      id,
      kind: 'invitation',
      invitation_id: invitationId,
      lang,
      sealed,
      due_at: at,
      created_at: at,
    })
    .execute()
  await addMailJobs(db, [{ id, dueAt: at }])
}
