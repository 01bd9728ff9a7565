import type { Tx } from '../db/transaction.ts'
import { uuidv7 } from '../db/uuid.ts'

/** The id of the source of this name and address, which is there afterwards, also when two ask at once. */
export async function ensureSource(db: Tx, name: string, url: string | null = null): Promise<string> {
  await db
    .insertInto('source')
    .values({ id: uuidv7(), name, url })
    .onConflict((conflict) => conflict.columns(['name', 'url']).doNothing())
    .execute()
  const { id } = await db
    .selectFrom('source')
    .select('id')
    .where('name', '=', name)
    .where('url', 'is not distinct from', url)
    .executeTakeFirstOrThrow()
  return id
}
