import type { BlueprintContent } from '@semai/domain/blueprints/blueprint'
import { blueprintEditLifecycle } from '@semai/domain/blueprints/blueprint-edit.lifecycle'
import type { BlueprintStep } from '@semai/domain/blueprints/blueprint-edit.lifecycle'
import type { Component } from '@semai/domain/blueprints/blueprint'
import type { ReplicationForm } from '@semai/domain/claims/claim'
import type { EditState } from '@semai/domain/innovations/innovation-edit.lifecycle'
import type { Lifecycle } from '@semai/domain/lifecycle'
import type { Owned } from '@semai/domain/people/access'
import { missingFacts } from '@semai/domain/replications/fork-change'
import { formsDiffer, forkStanding, isFork } from '@semai/domain/replications/fork'
import type { ForkStanding } from '@semai/domain/replications/fork'
import { shippedFormRule } from '@semai/domain/replications/form-rule'
import type { FormRule } from '@semai/domain/replications/form-rule'
import { originDraftLifecycle } from '@semai/domain/replications/origin-draft.lifecycle'
import type { OriginDraft } from '@semai/domain/replications/origin-draft.lifecycle'
import { replicaEditLifecycle } from '@semai/domain/replications/replica-edit.lifecycle'
import type { ReplicaEdit } from '@semai/domain/replications/replica-edit.lifecycle'

/** What a working text is about: an innovation of its own unit, a replica, or an origin for which a replica drafts. */
export type TextKind = 'own' | 'replica' | 'origin_draft'

/** A working text as its life cycle sees it, whichever that is. */
type BlueprintText = ReplicaEdit & OriginDraft & { kind: TextKind; fork: ForkStanding | null }

const lifecycles: Record<TextKind, Lifecycle<BlueprintText, EditState, BlueprintStep>> = {
  own: blueprintEditLifecycle,
  replica: replicaEditLifecycle,
  origin_draft: originDraftLifecycle,
}

/** The way a text of this kind goes. */
export function lifecycleOf({
  kind,
}: {
  kind: TextKind
}): Lifecycle<BlueprintText, EditState, BlueprintStep> {
  return lifecycles[kind]
}

type Row = Owned & {
  state: EditState
  content: BlueprintContent
  kind: TextKind
  origin: Owned | null
  isOvertaken: boolean
  origins: Component[][]
  rule: FormRule | null
  declaredForm: ReplicationForm | null
}

/** A row with all that its life cycle asks; how it stands against its origins where it is a replica's. */
export function asText<Given extends Row>(row: Given): Omit<Given, 'origin'> & BlueprintText {
  const { content, declaredForm, rule } = row
  const fork = isFork(content) ? forkStanding(content, row.origins, rule ?? shippedFormRule) : null
  const reason = isFork(content) ? content.fork.reason : null
  return {
    ...row,
    origin: row.origin ?? row,
    fork,
    changesUntold: fork?.changes.filter(({ facts }) => missingFacts(facts).length > 0).length ?? 0,
    lacksReason: formsDiffer(declaredForm, fork?.measured ?? null) && reason === null,
  }
}
