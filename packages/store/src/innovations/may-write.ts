import { mayWrite } from '@semai/domain/innovations/innovation-edit.lifecycle'
import type { Actor } from '@semai/domain/people/actor'
import type { Db } from '../db/transaction.ts'
import { ownerOf } from '../organisations/owner-path.ts'

/** Whether a person may change what belongs to this organisation: for offering it, the command asks again. */
export async function mayWriteFor(db: Db, actor: Actor, organisationId: string): Promise<boolean> {
  return mayWrite.allows(actor, await ownerOf(db, organisationId))
}
