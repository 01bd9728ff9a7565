import { writableEditStates } from '@semai/domain/innovations/innovation-edit.lifecycle'
import { only } from '@semai/domain/lifecycle'
import type { Actor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import { mayDraft } from '@semai/domain/replications/origin-draft.lifecycle'
import type { Tx } from '../db/transaction.ts'
import { notWritable } from '../writing/working-text.ts'
import { loadBlueprintEdit } from './blueprint-edit.queries.ts'
import { mayOpen } from './open-blueprint-text.ts'

/**
 * The text, locked, where this person may type into it now.
 * @throws Refusal not-found | forbidden | conflict.
 */
export async function writable(db: Tx, actor: Actor, id: string) {
  const standing = await loadBlueprintEdit(db, actor, id, 'for update')
  const mayType = standing.kind === 'origin_draft' ? mayDraft : mayOpen
  if (!mayType.allows(actor, standing)) throw new Refusal('forbidden', only(mayType))
  if (!writableEditStates.includes(standing.state)) throw notWritable()
  return standing
}
