import type { Rule } from './people/access.ts'
import type { Actor } from './people/actor.ts'
import type { Says } from './text/says.ts'
import { dayIn, isCalendarDay } from './time/clock.ts'

/** Widest audience of a record in this state. `owner`: its agency. `involved`: also those who judge or guide it. */
export type Audience = 'owner' | 'involved' | 'public'
export type StateEntry = Says & { seenBy: Audience }

/** What must already be true of a record; the sentence is shown when it is not. */
export type Need<Subject> = { says: Says; holds: (subject: Subject, now: Date) => boolean }

/** One step a person can take. Buttons, API, command line, refusals, audit names and documents derive from it. */
export type Step<Subject, State extends string> = {
  from: readonly State[]
  to: State
  label: Says
  /** What has happened, as a timeline tells it: "dikembalikan", "returned". */
  done: Says
  by: Rule<Subject>
  needs?: readonly Need<Subject>[]
  /** The person must say why: in words, or by one of a closed list (words may follow). Kept with the record. */
  reason?: 'required' | { oneOf: readonly string[] }
  /** What day the person must name: that of the evidence, that of the stop. It has come. */
  day?: Says
}

export type Lifecycle<Subject, State extends string, StepName extends string> = {
  /** The word audit names begin with: `innovation_edit.submit`. */
  name: string
  title: Says
  initial: State
  states: Record<State, StateEntry>
  steps: Record<StepName, Step<Subject, State>>
}

/** Who asks for a step, of what, when; `code` is the reason from the closed list, `reason` the words, `day` an ISO day. */
export type Moment<Subject> = {
  subject: Subject
  actor: Actor
  now: Date
  reason?: string | undefined
  code?: string | undefined
  day?: string | undefined
  /** The entries of a closed list that can be chosen now, where the list is data; without it those declared. */
  reasons?: readonly string[] | undefined
}

export type Decision<State> =
  { ok: true; from: State; to: State } | { ok: false; code: 'forbidden' | 'conflict' | 'invalid'; says: Says }

/** A step that a page or an answer offers. `blockedBy`: why the button is shown but cannot be pressed yet. */
export type OfferedStep<StepName extends string> = {
  step: StepName
  label: Says
  needsReason: boolean
  reasonCodes: readonly string[] | null
  /** What the day is called that has to be named; null for none. */
  day: Says | null
  blockedBy: Says | null
}

/** Declares a life cycle: a step can name declared states only, and nothing is left out of the types. */
export function defineLifecycle<Subject>() {
  return <const State extends string, const StepName extends string>(definition: {
    name: string
    title: Says
    initial: NoInfer<State>
    states: Record<State, StateEntry>
    steps: Record<StepName, Step<Subject, NoInfer<State>>>
  }): Lifecycle<Subject, State, StepName> => definition
}

/**
 * Decides whether a step may be taken now. Pure: no clock, no database.
 * Checked in this order: permission (forbidden), present state (conflict), needs, reason and day (invalid).
 */
export function decide<Subject extends { state: State }, State extends string, StepName extends string>(
  lifecycle: Lifecycle<Subject, State, StepName>,
  stepName: StepName,
  { subject, actor, now, reason, code, day, reasons }: Moment<Subject>,
): Decision<State> {
  const step = lifecycle.steps[stepName]
  if (!step.by.allows(actor, subject)) {
    return { ok: false, code: 'forbidden', says: only(step.by) }
  }
  if (!step.from.includes(subject.state)) {
    const { id, en } = lifecycle.states[subject.state]
    return {
      ok: false,
      code: 'conflict',
      says: {
        id: `Tidak dapat dilakukan: sekarang "${id}". Muat ulang halaman untuk melihat keadaan terbaru.`,
        en: `Not possible: it is now "${en}". Load the page again to see how it stands.`,
      },
    }
  }
  const unmet = step.needs?.find((need) => !need.holds(subject, now))
  if (unmet) return { ok: false, code: 'invalid', says: unmet.says }
  const fault = reasonFault(step.reason, { reason, code, reasons }) ?? dayFault(step.day, day, now)
  return fault ? { ok: false, code: 'invalid', says: fault } : { ok: true, from: subject.state, to: step.to }
}

/** Who may, as a sentence. */
export function only({ says }: Pick<Rule<never>, 'says'>): Says {
  return { id: `Hanya: ${says.id}.`, en: `Only: ${says.en}.` }
}

function reasonFault(
  wanted: Step<unknown, string>['reason'],
  { reason, code, reasons }: Pick<Moment<unknown>, 'reason' | 'code' | 'reasons'>,
): Says | null {
  if (wanted === undefined) return null
  if (wanted === 'required') {
    return reason?.trim() ? null : { id: 'Tuliskan alasannya.', en: 'Write the reason.' }
  }
  return code !== undefined && (reasons ?? wanted.oneOf).includes(code)
    ? null
    : { id: 'Pilih alasannya dari daftar.', en: 'Choose the reason from the list.' }
}

function dayFault(wanted: Says | undefined, day: string | undefined, now: Date): Says | null {
  if (wanted === undefined) return null
  if (!isCalendarDay(day ?? '')) {
    return { id: `Isi "${wanted.id}".`, en: `Fill in "${wanted.en}".` }
  }
  return day! <= dayIn(now)
    ? null
    : { id: `"${wanted.id}" belum tiba. Isi hari yang sudah lewat.`, en: `"${wanted.en}" is still to come.` }
}

/** The steps this person may take from here, in the order of the declaration. */
export function offeredSteps<Subject extends { state: State }, State extends string, StepName extends string>(
  lifecycle: Lifecycle<Subject, State, StepName>,
  { subject, actor, now, reasons }: Pick<Moment<Subject>, 'subject' | 'actor' | 'now' | 'reasons'>,
): OfferedStep<StepName>[] {
  return stepNames(lifecycle).flatMap((name) => {
    const { from, by, needs, reason, day, label } = lifecycle.steps[name]
    if (!from.includes(subject.state) || !by.allows(actor, subject)) return []
    const unmet = needs?.find((need) => !need.holds(subject, now))
    return [
      {
        step: name,
        label,
        needsReason: reason !== undefined,
        reasonCodes: typeof reason === 'object' ? (reasons ?? reason.oneOf) : null,
        day: day ?? null,
        blockedBy: unmet?.says ?? null,
      },
    ]
  })
}

/** The steps others may take from here and this person may not, each with who may, in the order of the declaration. */
export function othersSteps<Subject extends { state: State }, State extends string, StepName extends string>(
  lifecycle: Lifecycle<Subject, State, StepName>,
  { subject, actor }: Pick<Moment<Subject>, 'subject' | 'actor'>,
): { step: StepName; label: Says; says: Says }[] {
  return stepNames(lifecycle).flatMap((name) => {
    const { from, by, label } = lifecycle.steps[name]
    const isTheirs = from.includes(subject.state) && !by.allows(actor, subject)
    return isTheirs ? [{ step: name, label, says: only(by) }] : []
  })
}

/** The names of the steps, typed, in the order of the declaration. */
export function stepNames<StepName extends string>({
  steps,
}: {
  steps: Record<StepName, unknown>
}): [StepName, ...StepName[]] {
  return Object.keys(steps) as [StepName, ...StepName[]]
}

/** The names of the states, typed. */
export function stateNames<State extends string>({ states }: { states: Record<State, unknown> }): State[] {
  return Object.keys(states) as State[]
}

/** Whether a text names a step; what every object inherits does not. */
export function isStep<StepName extends string>(
  { steps }: { steps: Record<StepName, unknown> },
  name: string | undefined,
): name is StepName {
  return name !== undefined && Object.hasOwn(steps, name)
}

/** States whose records an audience may see: the owner sees all, the public only what is declared public. */
export function statesSeenBy<State extends string>(
  { states }: { states: Record<State, StateEntry> },
  audience: Audience,
): State[] {
  const widths: readonly Audience[] = ['owner', 'involved', 'public']
  return stateNames({ states }).filter(
    (state) => widths.indexOf(states[state].seenBy) >= widths.indexOf(audience),
  )
}

/** The life cycle as a Mermaid state diagram, in English. */
export function toMermaid<State extends string, StepName extends string>(lifecycle: {
  initial: State
  states: Record<State, StateEntry>
  steps: Record<StepName, { from: readonly State[]; to: State; label: Says }>
}): string {
  const lines = stepNames(lifecycle).flatMap((name) => {
    const { from, to, label } = lifecycle.steps[name]
    return from.map((state) => `  ${state} --> ${to}: ${label.en}`)
  })
  const named = stateNames(lifecycle).map((state) => `  ${state}: ${lifecycle.states[state].en}`)
  return ['stateDiagram-v2', ...named, `  [*] --> ${lifecycle.initial}`, ...lines].join('\n')
}
