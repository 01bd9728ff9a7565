import { isCalendarDay } from '../time/clock.ts'

export const acts = ['reported', 'declared', 'confirmed', 'verified'] as const
/** What was done about a claim, weakest first: the strength of a claim is its strongest act. */
export type Act = (typeof acts)[number]

/** What a reader sees: an act, or that the claim's validity has passed. Computed from dates, never stored. */
export type Strength = Act | 'not_updated'
export const strengths: readonly Strength[] = [...acts, 'not_updated']

export const claimKinds = ['event', 'state'] as const
/** An event (opened on) never lapses; a state (running) does. */
export type ClaimKind = (typeof claimKinds)[number]

export const happenings = [
  'opened',
  'inaugurated',
  'launched',
  'selected',
  'signed',
  'running',
  'stopped',
] as const
export type Happening = (typeof happenings)[number]

/** The kind each happening belongs to. */
export function kindOf(happening: Happening): ClaimKind {
  return happening === 'running' || happening === 'stopped' ? 'state' : 'event'
}

export const precisions = ['day', 'month', 'year', 'by'] as const
/** How exactly a date is known. `by`: only that it had happened by then (an upper bound, never a date). */
export type Precision = (typeof precisions)[number]

export const stopReasons = [
  'leader_changed',
  'innovator_moved',
  'budget',
  'regulation',
  'staff',
  'infrastructure',
  'vendor',
  'need_ended',
  'merged',
  'other',
] as const
/** Why a replication stopped: a code of the closed list, which is data (`reasons/reason.ts`); these are shipped. */
export type StopReason = string

/** How an innovation was taken over, as the adopter declares it: as it is, fitted to the place, or changed at its core. */
export const replicationForms = ['adoption', 'adaptation', 'modification'] as const
export type ReplicationForm = (typeof replicationForms)[number]

/** The strongest of some acts; `null` for none. */
export function strongest(found: readonly Act[]): Act | null {
  return acts.findLast((act) => found.includes(act)) ?? null
}

/**
 * How strong a published opening is, from the first word of its note: counted by the programme itself (`national |`),
 * announced by the adopter (`local |`), or only listed somewhere. Source: product rule 1.
 * @example strengthOfNote('local | soft launch') // 'declared'
 */
export function strengthOfNote(note: string | null): Exclude<Act, 'verified'> {
  if (note?.startsWith('national |')) return 'confirmed'
  return note?.startsWith('local |') ? 'declared' : 'reported'
}

/**
 * The strength to show on `today` (`YYYY-MM-DD`): a state whose validity has passed is not updated, whatever was
 * once verified; an event keeps its strength for good.
 */
export function strengthOn(
  claim: { kind: ClaimKind; strength: Act; validUntil: string | null },
  today: string,
): Strength {
  const lapsed = claim.kind === 'state' && claim.validUntil !== null && claim.validUntil < today
  return lapsed ? 'not_updated' : claim.strength
}

/**
 * The interval of days a partial date stands for: `2017` gives the whole year, `2022-05` the month, a full date
 * one day. With `by` only the last possible day is known and `earliest` is null.
 * @throws RangeError for a text that is not a date of the calendar.
 * @example dateInterval('2024-02') // { earliest: '2024-02-01', latest: '2024-02-29', precision: 'month' }
 */
export function dateInterval(
  text: string,
  bound: 'on' | 'by' = 'on',
): { earliest: string | null; latest: string; precision: Precision } {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(text) ?? []
  if (!year || !isCalendarDay(`${year}-${month ?? '01'}-${day ?? '01'}`)) {
    throw new RangeError(`dateInterval: not a date: ${text}`)
  }
  const earliest = `${year}-${month ?? '01'}-${day ?? '01'}`
  const latest = day ? earliest : month ? lastDayOf(Number(year), Number(month)) : `${year}-12-31`
  if (bound === 'by') return { earliest: null, latest, precision: 'by' }
  return { earliest, latest, precision: day ? 'day' : month ? 'month' : 'year' }
}

/**
 * Whether a text is a date as far as it is known: a year, a month or a day of the calendar.
 * @example isPartialDate('2023-05') // true
 * @example isPartialDate('2023-13') // false
 */
export function isPartialDate(text: string): boolean {
  try {
    dateInterval(text)
    return true
  } catch {
    return false
  }
}

function lastDayOf(year: number, month: number): string {
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
}
