import type { InnovationContent } from '@semai/domain/innovations/innovation-content.form'
import type { Actor } from '@semai/domain/people/actor'
import type { Tx } from '../db/transaction.ts'
import { saveEdit, startEdit } from './innovation-edit.commands.ts'

/**
 * For other features: a working text of a new innovation is open, with these words already typed. Its id.
 * @throws Refusal not-found | forbidden.
 */
export async function openTextWith(
  db: Tx,
  actor: Actor,
  { organisationId, content, now }: { organisationId: string; content: InnovationContent; now: Date },
): Promise<string> {
  const id = await startEdit(db, actor, { organisationId, innovationId: null, now })
  await saveEdit(db, actor, { id, revision: 0, content, now })
  return id
}
