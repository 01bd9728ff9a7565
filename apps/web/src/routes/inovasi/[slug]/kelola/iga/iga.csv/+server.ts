import { igaPackPage, igaPackSheet } from '@semai/store/innovations/iga-pack.queries'
import { page } from '#lib/server/answer.ts'
import { csvFile } from '#lib/server/csv-file.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = ({ params: { slug }, locals: { db, actor } }) =>
  page(async () => csvFile(`iga-${slug}`, igaPackSheet(await igaPackPage(db, actor, slug))))
