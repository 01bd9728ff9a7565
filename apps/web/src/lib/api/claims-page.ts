import type { z } from 'zod'
import { claimRecords } from '@semai/store/exchange/claim-records.queries'
import { byDayAndId, pageOfRows } from './page-of-rows.ts'
import type { claimsRead } from './reads.ts'

/** One page of claims as the filters of a query ask. */
export async function claimsPage(
  { db, actor, today }: Pick<App.Locals, 'db' | 'actor' | 'today'>,
  query: z.infer<typeof claimsRead.query>,
) {
  const { inovasi, daerah, kekuatan, dari, sampai, ...paging } = query
  const filter = { innovation: inovasi, region: daerah, strength: kekuatan, from: dari, to: sampai }
  const { rows, next } = await pageOfRows(paging, byDayAndId, {
    read: (after, limit) => claimRecords(db, actor, { after, limit, today, filter }),
    placeOf: ({ place: [latest, id] }) => [latest, id] as [string, string],
  })
  return { rows: rows.map(({ record }) => record), next }
}
