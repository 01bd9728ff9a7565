import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'

/**
 * The rows of the list lie on disk by province, newest first, so that whoever counts those of one province reads
 * a few pages instead of one for each row. Rows that change later lie where there is room. Needs the owner, and
 * keeps readers of the list waiting: about a second for 20,000 innovations.
 */
export async function orderListOnDisk(db: Db): Promise<void> {
  await sql`cluster innovation_list using innovation_list_province`.execute(db)
}
