import type { MailHabits } from '@semai/domain/notices/mail-time'
import { zoneNamed } from '@semai/domain/time/zone-of-province'
import type { ZoneName } from '@semai/domain/time/zone-of-province'

/** When and how a person wants mail, from their row. */
export function habitsOf(row: {
  time_zone: ZoneName
  quiet_from: number | null
  quiet_until: number | null
}): MailHabits {
  const { quiet_from: from, quiet_until: until } = row
  return { zone: zoneNamed(row.time_zone), quiet: from === null || until === null ? null : { from, until } }
}
