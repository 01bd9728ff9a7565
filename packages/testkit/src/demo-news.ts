import type { Db } from '@semai/store/db/transaction'
import { saveEdit, startEdit, takeEditStep } from '@semai/store/innovations/innovation-edit.commands'
import { grantRole } from '@semai/store/people/grant.commands'
import { agencies, cast } from './cast.ts'
import { completeContent } from './complete-content.ts'

/**
 * The cast has something to tell each other: one text waits for the local administrator, another came back to its author,
 * who also holds a role that ends in three weeks. Needs the categories; dated `now`.
 */
export async function demonstrationNews(db: Db, now: Date): Promise<void> {
  const submitted = async (name: string) => {
    const id = await startEdit(db, cast.author, {
      organisationId: agencies.healthOffice,
      innovationId: null,
      now,
    })
    await saveEdit(db, cast.author, { id, revision: 0, content: { ...completeContent, name }, now })
    await takeEditStep(db, cast.author, { id, step: 'submit', now })
    return id
  }
  await submitted('Antar Obat Pulau')
  const reason = 'Tambahkan angka sebelum dan sesudah.'
  const id = await submitted('Posyandu Perahu')
  await takeEditStep(db, cast['local admin'], { id, step: 'return', reason, now })
  const scope = { role: 'mentor', organisationId: agencies.province, provinceCode: null } as const
  const until = new Date(now.getTime() + 21 * 86_400_000)
  const personId = cast.author.personId!
  await grantRole(db, cast.administrator, { personId, scope, letter: null, until, now })
}
