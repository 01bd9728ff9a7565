/** How much of the innovation hangs on a component: without a core one it is another innovation. */
export const standings = ['core', 'supporting', 'local'] as const
export type Standing = (typeof standings)[number]

/**
 * What a detail holds: so many characters, one of a list, a number, an amount in rupiah, an address, a day. `added`: files of
 * this format are older than it, so it may be missing there.
 */
export type Detail =
  | { is: 'text'; max: number; lines?: number; added?: true }
  | { is: 'choice'; of: readonly [string, ...string[]]; added?: true }
  | { is: 'number' }
  | { is: 'rupiah' }
  | { is: 'address' }
  | { is: 'day' }

const line = { is: 'text', max: 300 } as const satisfies Detail
const area: Detail = { is: 'text', max: 2_000, lines: 3 }
const number: Detail = { is: 'number' }

/**
 * The details each kind of component has besides its title and description, in the order of the editor. Everything that
 * knows the parts of a blueprint reads this table: form, published schema, editor, difference, checklist.
 */
export const componentDetails = {
  problem: { affected: line, evidence: area },
  legal_basis: { number: line, address: { is: 'address' } },
  process_step: {
    actor: line,
    duration: number,
    duration_unit: {
      is: 'choice',
      of: ['minute', 'hour', 'day', 'working_day', 'week', 'month'],
    },
    output: line,
  },
  staff: { people: number, qualification: line },
  equipment: { pieces: number, specification: line },
  digital_part: {
    address: { is: 'address' },
    licence: line,
    status: { is: 'choice', of: ['concept', 'development', 'beta', 'stable', 'obsolete'] },
    software: {
      is: 'choice',
      of: ['web', 'mobile', 'desktop', 'backend', 'iot', 'other', 'addon', 'library', 'configuration'],
    },
    platforms: line,
    languages: line,
    features: area,
    maintenance: { is: 'choice', of: ['internal', 'contract', 'community', 'none'] },
    maintainer: line,
    maintained_until: { is: 'day' },
  },
  cost: { amount_rupiah: { is: 'rupiah' }, timing: { is: 'choice', of: ['once', 'yearly'] }, funding: line },
  indicator: {
    unit: line,
    formula: area,
    source: line,
    frequency: { is: 'choice', of: ['monthly', 'quarterly', 'half_yearly', 'yearly'] },
    baseline: line,
    target: line,
    direction: { is: 'choice', of: ['higher', 'lower'], added: true },
    reached: { ...line, added: true },
  },
  risk: { mitigation: area },
  inclusion: { barrier: line },
  lesson: { type: { is: 'choice', of: ['tip', 'failure', 'reason'] } },
} as const satisfies Record<string, Record<string, Detail>>

type Details = typeof componentDetails
/** What a component is: a step of the process, somebody who is needed, a cost, a lesson … */
export type ComponentKind = keyof Details
type KeysOf<Union> = Union extends unknown ? keyof Union & string : never
export type DetailName = KeysOf<Details[ComponentKind]>

type Common<Kind extends ComponentKind> = {
  /** Names the component within its blueprint and in every copy of it, for good: text and place change, it does not. */
  key: string
  kind: Kind
  standing: Standing
  title: string | null
  description: string | null
}

/** One part of a blueprint. Details are kept as typed; numbers become numbers when it is published as a file. */
export type Component = {
  [Kind in ComponentKind]: Common<Kind> & Record<keyof Details[Kind], string | null>
}[ComponentKind]

/** A blueprint as it is written: its components, and what this version brings. */
export type BlueprintContent = { note: string | null; components: Component[] }

/** Components of one blueprint at most; a longer one cannot be read, nor copied by anybody. */
export const mostComponents = 200

export const componentKinds = Object.keys(componentDetails) as [ComponentKind, ...ComponentKind[]]

/** Everything of a component that can differ while it stays the same one. */
export type ComponentField = 'standing' | 'title' | 'description' | DetailName

/** The details of a kind with what each holds, in order. */
export function detailsOf(kind: ComponentKind): [DetailName, Detail][] {
  return Object.entries(componentDetails[kind]) as [DetailName, Detail][]
}

/** What a component says in a field; null where it says nothing or has no such field. */
export function valueOf(component: Component, field: ComponentField): string | null {
  return (component as Partial<Record<ComponentField, string | null>>)[field] ?? null
}

/** The components kind by kind, in the order of the kinds; within a kind in their own order. Empty kinds are left out. */
export function byKind<Of extends { kind: ComponentKind }>(
  components: readonly Of[],
): { kind: ComponentKind; components: Of[] }[] {
  return componentKinds
    .map((kind) => ({ kind, components: components.filter((component) => component.kind === kind) }))
    .filter((group) => group.components.length > 0)
}

/** A component in which nothing has been typed: core, until somebody says otherwise. */
export function newComponent(kind: ComponentKind, key: string): Component {
  const details = Object.fromEntries(detailsOf(kind).map(([name]) => [name, null]))
  return { key, kind, standing: 'core', title: null, description: null, ...details } as Component
}

/** What a key looks like: also one that a person writes into a file. */
export const keyPattern = /^[a-z][a-z0-9-]{0,39}$/

/**
 * A key for a new component. `random` makes it different from those that others give out in their copies.
 * @param random 8 letters or digits, lower case.
 * @example newKey('process_step', 'k3v9x2ab') // 'process-step-k3v9x2ab'
 */
export function newKey(kind: ComponentKind, random: string): string {
  return `${kind.replaceAll('_', '-')}-${random}`
}
