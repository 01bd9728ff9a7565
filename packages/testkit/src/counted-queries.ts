import type { Db } from '@semai/store/db/transaction'

/** How many queries a read sends. What it answers is lost: for tests that say that a page costs so many. */
export async function countedQueries(db: Db, read: (counting: Db) => Promise<unknown>): Promise<number> {
  let queries = 0
  await read(
    db.withPlugin({
      transformQuery: ({ node }) => node,
      transformResult: async ({ result }) => {
        queries += 1
        return result
      },
    }),
  )
  return queries
}
