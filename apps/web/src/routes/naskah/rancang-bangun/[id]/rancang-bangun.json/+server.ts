import { blueprintEditPage } from '@semai/store/blueprints/blueprint-edit.queries'
import { blueprintFile, savedAs } from '#lib/blueprints/blueprint-file.ts'
import { page } from '#lib/server/answer.ts'
import type { RequestHandler } from './$types'

/** The working text in the open format, to be changed elsewhere and brought in again. */
export const GET: RequestHandler = ({ params, locals: { db, actor, now } }) =>
  page(async () => {
    const { content, code, name, slug } = await blueprintEditPage(db, actor, { id: params.id, now })
    const head = { innovation: { code, name }, version: null, published_at: null }
    return savedAs(`rancang-bangun-${slug}-naskah.json`, 'application/json', blueprintFile(content, head))
  })
