import { analysisCsv } from '@semai/store/analyses/analysis-sheets.queries'
import { page } from '#lib/server/answer.ts'
import { csvFile } from '#lib/server/csv-file.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = ({ locals: { db } }) =>
  page(async () => csvFile('semai-kelompok', await analysisCsv(db, 'clusters')))
