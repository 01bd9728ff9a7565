import { jippnasSheet } from '@semai/store/innovations/jippnas-sheet.queries'
import { csvFile } from '#lib/server/csv-file.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async ({ locals: { db, actor, origin } }) =>
  csvFile('semai-jippnas', await jippnasSheet(db, actor, origin))
