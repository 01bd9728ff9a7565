import { resultsCsv } from '@semai/store/monitoring/results.queries'
import { page } from '#lib/server/answer.ts'
import { csvFile } from '#lib/server/csv-file.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = ({ params: { slug }, locals: { db, actor } }) =>
  page(async () => csvFile(`semai-hasil-${slug}`, await resultsCsv(db, actor, slug)))
