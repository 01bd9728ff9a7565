import { freshnessSheet } from '@semai/store/innovations/freshness.queries'
import { csvFile } from '#lib/server/csv-file.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async ({ locals: { db, actor } }) =>
  csvFile('semai-kebaruan', await freshnessSheet(db, actor))
