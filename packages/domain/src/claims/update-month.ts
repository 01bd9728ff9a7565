import { defaultUpdateMonth } from './validity.ts'

/**
 * The national update month from configuration, `SEMAI_UPDATE_MONTH` 1 to 12.
 * @throws RangeError for anything else, so that a mistake is seen at the first start.
 */
export function updateMonthFrom(env: Record<string, string | undefined>): number {
  const text = env['SEMAI_UPDATE_MONTH']?.trim()
  if (!text) return defaultUpdateMonth
  const month = Number(text)
  if (!Number.isInteger(month) || month < 1 || month > 12) {
    throw new RangeError(`SEMAI_UPDATE_MONTH takes a month from 1 to 12; found "${text}".`)
  }
  return month
}
