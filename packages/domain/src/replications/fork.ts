import type { BlueprintContent, Component } from '../blueprints/blueprint.ts'
import { blueprintDifference } from '../blueprints/blueprint-difference.ts'
import type { ComponentChange } from '../blueprints/blueprint-difference.ts'
import { factsOf, noFacts } from './fork-change.ts'
import type { ChangeFacts } from './fork-change.ts'
import type { ReplicationForm } from '../claims/claim.ts'
import type { FormRule } from './form-rule.ts'
import { formBasis, measuredForm, touchedStanding } from './replication-form.ts'
import type { ForkSource, MeasuredForm } from './replication-form.ts'

/** A version of an origin's blueprint from which a fork took components. */
export type ForkOrigin = { blueprint: string; version: number }

/** What the text of a replica holds besides its components: where they came from, and what is said about the changes. */
export type ForkPart = {
  /** The first is the version it began with; none when no origin has a blueprint. */
  origins: ForkOrigin[]
  /** By key, for components that came from another origin than the first. */
  sources: Record<string, ForkSource>
  /** Facts said once for every change. */
  all: ChangeFacts
  /** Facts of single changes, by key. */
  facts: Record<string, ChangeFacts>
  /** Why the declared form and the measured one differ; null while nobody has said. */
  reason: string | null
}

/** The blueprint of a replica as it is written. */
export type ForkContent = BlueprintContent & { fork: ForkPart }

/** Whether a content is that of a replica: every other has no such part. */
export function isFork(content: BlueprintContent): content is ForkContent {
  return 'fork' in content
}

/** A fork in which nothing has been said: of no origin, or of those. */
export function emptyFork(origins: ForkOrigin[] = []): ForkPart {
  return { origins, sources: {}, all: noFacts, facts: {}, reason: null }
}

/** A change against what was taken over, with its facts. `isLostCore`: a core component of the origin is gone. */
export type ForkChange = { change: ComponentChange; facts: ChangeFacts; isLostCore: boolean }

/** How a fork stands against its origins: the difference with its facts, and the measured form. */
export type ForkStanding = { basis: Component[]; changes: ForkChange[]; measured: MeasuredForm | null }

/**
 * How the text of a replica stands against the versions it took from.
 * @param origins components of each of `content.fork.origins`, in that order.
 * Cost: that of two differences.
 */
export function forkStanding(
  { components, fork }: ForkContent,
  origins: readonly (readonly Component[])[],
  rule: FormRule,
): ForkStanding {
  const basis = formBasis(origins, fork.sources, components)
  if (basis.length === 0) return { basis, changes: [], measured: null }
  const changes = blueprintDifference(basis, components).flatMap((change): ForkChange[] => {
    if (change.is === 'kept') return []
    const own = Object.hasOwn(fork.facts, change.key) ? fork.facts[change.key] : undefined
    const isLostCore = change.is === 'removed' && touchedStanding(change) === 'core'
    return [{ change, facts: factsOf(change, { own, all: fork.all }), isLostCore }]
  })
  return { basis, changes, measured: measuredForm(basis, components, rule) }
}

/** Whether what is declared and what is measured differ: then a reason is asked for. */
export function formsDiffer(declared: ReplicationForm | null, measured: MeasuredForm | null): boolean {
  return declared !== null && measured !== null && declared !== measured.form
}
