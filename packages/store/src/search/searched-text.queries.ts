import type { SearchedText } from '@semai/domain/search/search-document'
import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'

/** Innovation id with what search reads of it; hidden words included, so never for showing. */
export type SearchedRecord = { id: string; text: SearchedText }

type Row = Omit<SearchedText, 'aliases' | 'awards'> & {
  id: string
  aliases: string[] | null
  awards: string[] | null
}

/** The searched text of at most `limit` innovations with ids after `after`, in order of ids; of `ids` only when given. */
export async function searchedRecords(
  db: Db,
  { ids, after, limit }: { ids: readonly string[] | 'all'; after: string | null; limit: number },
): Promise<SearchedRecord[]> {
  const { rows } = await sql<Row>`
    select i.id, i.name, i.expansion, i.summary, i.problem, h.words as "hiddenWords",
      (select name_id from category c where c.key = i.category_key order by scheme desc limit 1) as category,
      (select array_agg(name order by name) from innovation_alias where innovation_id = i.id) as aliases,
      (select array_agg(label order by label) from innovation_award where innovation_id = i.id) as awards,
      o.name as organisation, r.name as region, p.name as province
    from innovation i
    join organisation o on o.id = i.organisation_id
    left join innovation_hidden_words h on h.innovation_id = i.id
    left join region r on r.code = i.region_code
    left join region p on p.code = i.province_code and p.code <> i.region_code
    where (${after}::uuid is null or i.id > ${after}::uuid)
      and (${ids === 'all'} or i.id = any(${ids === 'all' ? [] : [...ids]}::uuid[]))
    order by i.id limit ${limit}`.execute(db)
  return rows.map(({ id, aliases, awards, ...rest }) => ({
    id,
    text: { ...rest, aliases: aliases ?? [], awards: awards ?? [] },
  }))
}
