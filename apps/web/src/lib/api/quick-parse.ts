import type { z } from 'zod'

type Parsed<Shape extends z.ZodObject> = z.ZodSafeParseResult<z.infer<Shape>>

/**
 * Parses as `shape.safeParse` does, in less time for long forms of which little is filled in: fields that were not
 * sent have the values they have in an empty form, found out once. Whatever is wrong is left to the whole shape.
 */
export function quickParse<Shape extends z.ZodObject>(shape: Shape): (typed: object) => Parsed<Shape> {
  const empty = shape.safeParse({})
  const whole = (typed: object): Parsed<Shape> => shape.safeParse(typed)
  if (!empty.success) return whole
  for (const value of Object.values(empty.data)) Object.freeze(value) // every answer shares them
  const fields = shape.shape as Record<string, z.ZodType>
  return (typed) => {
    const data: Record<string, unknown> = { ...empty.data }
    for (const [name, value] of Object.entries(typed)) {
      const field = Object.hasOwn(fields, name) ? fields[name] : undefined
      const parsed = field?.safeParse(value)
      if (!parsed?.success) return whole(typed)
      if (parsed.data !== undefined || name in data) data[name] = parsed.data
    }
    return { success: true, data: data as z.infer<Shape> }
  }
}
