import { Refusal } from '@semai/domain/refusal'
import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'

/** Records as people name them in a list: an organisation by slug or name, an innovation by slug, code or name. */
export type Named = { id: string; name: string }

/**
 * The organisations that are meant, in the order given. One query.
 * @throws Refusal invalid, naming the lines that mean none or several.
 */
export async function namedOrganisations(db: Db, wanted: readonly string[], field: string): Promise<Named[]> {
  const rows = await sql<{ typed: string; id: string; name: string }>`
    select w.typed, o.id, o.name from unnest(${once(wanted)}::text[]) as w (typed)
    join organisation o on o.slug = w.typed or lower(o.name) = lower(w.typed)
    union
    select w.typed, o.id, o.name from unnest(${once(wanted)}::text[]) as w (typed)
    join organisation_alias a on lower(a.name) = lower(w.typed) join organisation o on o.id = a.organisation_id`.execute(
    db,
  )
  return inOrder(rows.rows, wanted, field, {
    id: 'instansi yang tidak dikenal atau lebih dari satu',
    en: 'organisations that are unknown or more than one',
  })
}

/**
 * The innovations that are meant, in the order given. One query.
 * @throws Refusal invalid, naming the lines that mean none or several.
 */
export async function namedInnovations(db: Db, wanted: readonly string[], field: string): Promise<Named[]> {
  const rows = await sql<{ typed: string; id: string; name: string }>`
    select w.typed, i.id, i.name from unnest(${once(wanted)}::text[]) as w (typed)
    join innovation i on i.merged_into is null
      and (i.slug = w.typed or i.code = upper(w.typed) or lower(i.name) = lower(w.typed))`.execute(db)
  return inOrder(rows.rows, wanted, field, {
    id: 'inovasi yang tidak dikenal atau lebih dari satu',
    en: 'innovations that are unknown or more than one',
  })
}

function inOrder(
  rows: readonly (Named & { typed: string })[],
  wanted: readonly string[],
  field: string,
  fault: { id: string; en: string },
): Named[] {
  const found = Map.groupBy(rows, ({ typed }) => typed)
  const bad = wanted.filter((typed) => found.get(typed)?.length !== 1)
  if (bad.length === 0) return wanted.map((typed) => found.get(typed)![0]!)
  const listed = [...new Set(bad)].slice(0, 5).join('; ')
  const says = {
    id: `Ada ${fault.id}: ${listed}. Tulis slug atau nama persis seperti di katalog.`,
    en: `There are ${fault.en}: ${listed}. Write the slug or the exact name of the catalogue.`,
  }
  throw new Refusal('invalid', says, [{ field, says }])
}

/** A line may name what another line named. */
function once(wanted: readonly string[]): string[] {
  return [...new Set(wanted)]
}
