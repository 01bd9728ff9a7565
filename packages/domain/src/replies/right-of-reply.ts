import { z } from 'zod'
import { holdsPersonalData } from '../needs/personal-data.ts'
import { itsLocalAdmin } from '../people/access.ts'

/** Days an agency has to reply before citizens read what is to its disadvantage. */
export const defaultReplyDays = 30

/**
 * The days of the right of reply from configuration, `SEMAI_REPLY_DAYS` 0 to 365.
 * @throws RangeError for anything else.
 * @example replyDaysFrom({ SEMAI_REPLY_DAYS: '14' }) // 14
 */
export function replyDaysFrom(env: Record<string, string | undefined>): number {
  const text = env['SEMAI_REPLY_DAYS']?.trim()
  if (!text) return defaultReplyDays
  const days = Number(text)
  if (!Number.isInteger(days) || days < 0 || days > 365) {
    throw new RangeError(`SEMAI_REPLY_DAYS takes a number of days from 0 to 365; found "${text}".`)
  }
  return days
}

/** Who replies for an agency. */
export const mayReply = itsLocalAdmin

/** Whether citizens read it on `today`: the agency replied, or had its time. */
export function isReplyTimeOver(
  { shownFrom, reply }: { shownFrom: string; reply: string | null },
  today: string,
): boolean {
  return reply !== null || shownFrom <= today
}

const personal = {
  id: 'Hapus nomor dan alamat orang: jawaban ini dibaca semua orang.',
  en: 'Remove numbers and addresses of people: everyone reads this reply.',
}

/** What an agency replies. */
export const replyForm = z.object({
  reply: z
    .string()
    .trim()
    .min(10)
    .max(600)
    .refine((typed) => !holdsPersonalData(typed), { params: { says: personal } }),
})
