import { z } from 'zod'

/**
 * One read of the API, said once: the handler parses with it, the OpenAPI document is drawn from it, and a test
 * checks answers against it. `path` is written as in OpenAPI (`/api/inovasi/{code}`).
 */
export type Operation<Params extends z.ZodObject, Query extends z.ZodObject, Answer extends z.ZodType> = {
  path: `/api/${string}`
  name: string
  says: string
  params: Params
  query: Query
  answer: Answer
}

export type AnyOperation = Operation<z.ZodObject, z.ZodObject, z.ZodType>

/** Declares an operation. A field of `answer`, `params` or `query` is described with zod's `describe`; parameters that are not declared are refused. */
export function operation<Params extends z.ZodObject, Query extends z.ZodObject, Answer extends z.ZodType>(
  declared: Operation<Params, Query, Answer>,
): Operation<Params, Query, Answer> {
  return declared
}

/** For paths without parameters, and reads without a query. */
export const none = z.strictObject({})

/** The two parameters of every list: where to go on, and how many rows. */
export const paging = {
  cursor: z
    .string()
    .max(400)
    .optional()
    .describe('Value of `next` in the answer before; absent for the first page.'),
  limit: z.coerce.number().int().min(1).max(200).default(50).describe('Rows in one answer, 1 to 200.'),
}

/** A page of a list: its rows and, when there are more, the cursor of the next page. */
export function pageOf<Row extends z.ZodType>(row: Row) {
  return z.strictObject({
    rows: z.array(row),
    next: z.string().nullable().describe('Cursor of the next page; null on the last.'),
  })
}
