import { sampleFrame } from '@semai/store/pulse/sample.queries'
import { page } from '#lib/server/answer.ts'
import { csvFile } from '#lib/server/csv-file.ts'
import type { RequestHandler } from './$types'

/** The frame byte for byte as it was hashed. */
export const GET: RequestHandler = ({ params, locals: { db } }) =>
  page(async () => csvFile('kerangka', await sampleFrame(db, params.id)))
