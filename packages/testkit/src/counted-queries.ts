import type { Db } from '@semai/store/db/transaction'

/** A database that counts what it is asked; `queries` is how many questions so far. */
export function countingDb(db: Db): { db: Db; queries(): number } {
  let asked = 0
  const counting = db.withPlugin({
    transformQuery: ({ node }) => node,
    transformResult: ({ result }) => {
      asked += 1
      return Promise.resolve(result)
    },
  })
  return { db: counting as Db, queries: () => asked }
}

/** How many queries a read sends. What it answers is lost: for tests that say that a page costs so many. */
export async function countedQueries(db: Db, read: (counting: Db) => Promise<unknown>): Promise<number> {
  const counting = countingDb(db)
  await read(counting.db)
  return counting.queries()
}
