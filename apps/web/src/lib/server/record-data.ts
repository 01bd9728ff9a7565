import type { Actor } from '@semai/domain/people/actor'
import type { Db } from '@semai/store/db/transaction'
import type { InnovationPage } from '@semai/store/innovations/innovation-page.queries'
import { originsOf } from '@semai/store/innovations/innovation-page.queries'
import type { DescribedFile } from '@semai/store/innovations/innovation-file.queries'
import { provinceChanges } from '@semai/store/regions/province-changes'
import { similarInnovations } from '@semai/store/search/similar.queries'
import { claimsOf, publishedFigures, regionPoints } from '@semai/store/spread/spread.queries'
import { bordersFilter } from '#lib/spread/borders.ts'
import { strengthFilter } from '#lib/spread/strength-filter.ts'

type Asked = {
  innovation: InnovationPage
  files: Promise<readonly Omit<DescribedFile, 'missing'>[]>
  url: URL
  today: string
}

/** What the body of a record's page shows beside the record: its spread, its files, and records like it. */
export async function recordData(db: Db, actor: Actor, { innovation, files, url, today }: Asked) {
  const [claims, regions, history, figures, similar, attached] = await Promise.all([
    claimsOf(db, actor, innovation.id),
    regionPoints(db),
    provinceChanges(db),
    publishedFigures(db, innovation.code),
    similarInnovations(db, actor, { code: innovation.code, limit: 6 }),
    files,
  ])
  const origins = await originsOf(
    db,
    actor,
    similar.map((other) => other.id),
  )
  const choices = { strength: strengthFilter(url), borders: bordersFilter(url) }
  const beside = { claims, regions, history, figures, similar, origins, files: attached }
  return { innovation, ...beside, today, ...choices }
}
export type RecordData = Awaited<ReturnType<typeof recordData>>

/** The same of a record that nobody has published: nothing runs anywhere yet. */
export async function newRecordData({ innovation, files, url, today }: Asked): Promise<RecordData> {
  const choices = { strength: strengthFilter(url), borders: bordersFilter(url) }
  const beside = { claims: [], regions: [], history: [], figures: [], similar: [], origins: {} }
  return { innovation, ...beside, files: await files, today, ...choices }
}
