import { error } from '@sveltejs/kit'
import { coverageCsv, programmeRegionsCsv } from '@semai/store/scaling/programme-sheets.queries'
import { page } from '#lib/server/answer.ts'
import { csvFile } from '#lib/server/csv-file.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = ({ params: { slug, sheet }, locals: { db, actor, today } }) =>
  page(async () => {
    if (sheet !== 'capaian' && sheet !== 'daerah') error(404, 'Not Found')
    const written =
      sheet === 'capaian'
        ? await coverageCsv(db, actor, { slug, today })
        : await programmeRegionsCsv(db, actor, slug)
    return csvFile(`semai-program-${slug}-${sheet}`, written)
  })
