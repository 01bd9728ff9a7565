import { resultCsv } from '@semai/store/rounds/result.queries'
import { page } from '#lib/server/answer.ts'
import { csvFile } from '#lib/server/csv-file.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = ({ params: { code }, locals: { db, actor } }) =>
  page(async () => csvFile(`semai-pantauan-${code}`, await resultCsv(db, actor, code)))
