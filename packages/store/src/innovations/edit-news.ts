import { innovationEditLifecycle } from '@semai/domain/innovations/innovation-edit.lifecycle'
import type { EditStep, InnovationEdit } from '@semai/domain/innovations/innovation-edit.lifecycle'
import type { Actor } from '@semai/domain/people/actor'
import type { Tx } from '../db/transaction.ts'
import { notify } from '../notices/notify.ts'
import { peopleAllowed } from '../notices/recipients.ts'

type StepTaken = {
  edit: InnovationEdit & {
    id: string
    organisation: string
    startedBy: string | null
    submittedBy: string | null
  }
  step: EditStep
  /** The public page, once the text is published. */
  slug: string | null
  now: Date
}

/** Those whom a step of a working text concerns are told: who may publish it, or who wrote it. Nobody is told of their own doing. */
export async function tellOfStep(
  db: Tx,
  { personId }: Actor,
  { edit, step, slug, now }: StepTaken,
): Promise<void> {
  const title = edit.content.name?.trim() || edit.organisation
  const others = (ids: readonly (string | null)[]) =>
    ids.filter((id): id is string => id !== null && id !== personId)
  const writer = others([edit.submittedBy ?? edit.startedBy])
  if (step === 'submit') {
    const allowed = await peopleAllowed(db, innovationEditLifecycle.steps.publish.by, { subject: edit, now })
    const detail = { edit: edit.id, title, unit: edit.organisation }
    await notify(db, { kind: 'edit_submitted', detail, to: others(allowed), at: now })
  } else if (step === 'return') {
    await notify(db, { kind: 'edit_returned', detail: { edit: edit.id, title }, to: writer, at: now })
  } else if (step === 'publish' && slug !== null) {
    await notify(db, { kind: 'edit_published', detail: { slug, title }, to: writer, at: now })
  }
}
