import { atClock, dayIn, onClock } from '@semai/domain/time/clock'
import type { Combining } from '@semai/domain/rounds/round'

/** A round as its form shows it. */
type Kept = {
  name: string
  year: number
  opensOn: string
  answersUntil: Date
  assessUntil: string | null
  assessors: number
  combining: Combining
  basis: string | null
  basisLink: string | null
  revision: number
}

/** What is on record, by field of the form: the deadline as a day and a whole hour, midnight as the end of its day. */
export function roundFields(round: Kept): Record<string, string> {
  const [day, time] = onClock(round.answersUntil, 'WIB')
  const isMidnight = time === '00:00'
  const before = dayIn(new Date(atClock(day, 0, 'WIB').getTime() - 1))
  return {
    revision: String(round.revision),
    name: round.name,
    year: String(round.year),
    opensOn: round.opensOn,
    untilDay: isMidnight ? before : day,
    untilHour: isMidnight ? '24' : String(Number(time.slice(0, 2))),
    assessUntil: round.assessUntil ?? '',
    assessors: String(round.assessors),
    combining: round.combining,
    basis: round.basis ?? '',
    basisLink: round.basisLink ?? '',
  }
}
