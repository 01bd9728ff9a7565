import type { Db } from '@semai/store/db/transaction'

/** A database that counts what it is asked; `queries` is how many questions so far. */
export function countedQueries(db: Db): { db: Db; queries(): number } {
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
