import { z } from 'zod'
import { QueryFault } from './problem.ts'

/** A text without NUL, which the database refuses and no cursor of ours holds. */
const text = z.string().refine((typed) => !typed.includes('\0'))
const parts = z.array(z.union([text, z.number(), z.null()])).min(1)

/** Writes the place of the last row of a page as an opaque text, fit for an address. */
export function encodeCursor(place: readonly (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url')
}

/**
 * Reads a cursor back through the shape of the list it belongs to; `undefined` in, `null` out.
 * @throws QueryFault for a text this list did not write.
 */
export function decodeCursor<Shape extends z.ZodType>(
  text: string | undefined,
  shape: Shape,
): z.infer<Shape> | null {
  if (text === undefined) return null
  try {
    return shape.parse(parts.parse(JSON.parse(Buffer.from(text, 'base64url').toString())))
  } catch {
    throw new QueryFault('cursor', {
      id: 'Kursor ini bukan milik daftar ini. Mulai lagi tanpa kursor.',
      en: 'This cursor does not belong to this list. Start again without it.',
    })
  }
}
