import { checklist } from '@semai/domain/innovations/innovation-checklist'
import type { InnovationContent } from '@semai/domain/innovations/innovation-content.form'
import type { Actor } from '@semai/domain/people/actor'
import type { Db } from '@semai/store/db/transaction'
import { editPage } from '@semai/store/innovations/innovation-edit.queries'

/** A working text as the API gives it. @throws Refusal not-found. */
export async function textAnswer(
  db: Db,
  actor: Actor,
  { id, now, today }: { id: string; now: Date; today: string },
) {
  const edit = await editPage(db, actor, { id, now, today })
  return {
    id: edit.id,
    state: edit.state,
    revision: edit.revision,
    innovation: edit.code,
    unit: edit.organisation,
    reason: edit.reason,
    content: edit.content,
    points: pointsOf(edit.content, today),
  }
}

/** What has to be there before it is published, as the API gives it. */
export function pointsOf(content: InnovationContent, today: string) {
  return checklist(content, today).map(({ field, isMet, isNeeded, says }) => ({
    field,
    met: isMet,
    needed: isNeeded,
    says: says.en,
  }))
}
