import { keptAnalysis } from '@semai/store/analyses/analysis.queries'
import { nextRegionsCsv } from '@semai/store/analyses/next-adopter-sheets.queries'
import { openInnovationName } from '@semai/store/exchange/innovation-records.queries'
import { csvFile } from '#lib/server/csv-file.ts'
import { page } from '#lib/server/answer.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = ({ params: { slug }, locals: { db, actor } }) =>
  page(async () => {
    const { code } = await openInnovationName(db, actor, { slug })
    const { inputs } = await keptAnalysis(db, 'next_adopters')
    const sheet = await nextRegionsCsv(db, { inputs: inputs ?? '', innovation: code })
    return csvFile(`semai-berikutnya-${slug}`, sheet)
  })
