import { keptAnalysis } from '@semai/store/analyses/analysis.queries'
import { nextInnovationsCsv } from '@semai/store/analyses/next-adopter-sheets.queries'
import { regionPage } from '@semai/store/regions/region-page.queries'
import { page } from '#lib/server/answer.ts'
import { csvFile } from '#lib/server/csv-file.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = ({ params: { slug }, locals: { db, actor } }) =>
  page(async () => {
    const { code } = await regionPage(db, slug)
    const { inputs } = await keptAnalysis(db, 'next_adopters')
    const sheet = await nextInnovationsCsv(db, actor, { inputs: inputs ?? '', region: code })
    return csvFile(`semai-berikutnya-${slug}`, sheet)
  })
