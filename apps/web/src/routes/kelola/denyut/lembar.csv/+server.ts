import { pulseSheet } from '@semai/store/pulse/pulse-sheet.commands'
import { csvFile } from '#lib/server/csv-file.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async ({ locals: { db, actor, today } }) =>
  csvFile('semai-denyut', await pulseSheet(db, actor, today))
