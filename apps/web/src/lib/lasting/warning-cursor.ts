import type { WarningCursor } from '@semai/domain/continuity/early-warning'

/** A place in the list of warnings as a link names it. */
export const toWarningCursor = ({ signs, code }: WarningCursor): string => `${signs}.${code}`

/** The place a link names; nothing for a text that is not a cursor, which starts the list again. */
export function fromWarningCursor(text: string | null): WarningCursor | undefined {
  const found = /^(\d)\.([A-Z0-9-]{1,40})$/.exec(text ?? '')
  return found ? { signs: Number(found[1]), code: found[2]! } : undefined
}
