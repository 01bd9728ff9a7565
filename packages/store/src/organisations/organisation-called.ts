import { sql } from 'kysely'
import { likeText } from '../db/like-text.ts'
import type { Db } from '../db/transaction.ts'

/** Who is called so: one organisation by its id, or the likeliest by name and slug where none or several are. */
export type Called = { id: string } | { likely: { name: string; slug: string }[] }

/**
 * Looks an organisation up by the name a person typed, whatever its case. Two with the same name are not chosen between.
 * Where nobody has the name, up to three that resemble it. At most two queries.
 */
export async function organisationCalled(db: Db, typed: string): Promise<Called> {
  const name = typed.trim()
  const there = db.selectFrom('organisation as o').where('o.ended_on', 'is', null)
  const same = await there
    .select(['o.id', 'o.name', 'o.slug'])
    .where('o.name', 'ilike', likeText(name))
    .orderBy('o.slug')
    .limit(4)
    .execute()
  if (same.length === 1) return { id: same[0]!.id }
  if (same.length > 1) return { likely: same }
  const likely = await there
    .select(['o.name', 'o.slug'])
    .where(sql<boolean>`o.name % ${name}`)
    .orderBy(sql`similarity(o.name, ${name})`, 'desc')
    .orderBy('o.slug')
    .limit(3)
    .execute()
  return { likely }
}
