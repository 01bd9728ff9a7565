import { briefAnswer } from '#lib/boards/brief-answer.ts'
import { page } from '#lib/server/answer.ts'
import { briefTexts } from '#lib/texts/brief.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = ({ url, locals }) =>
  page(() => {
    const place = briefTexts[locals.lang].country
    return briefAnswer(locals, url, { scope: { kind: 'country' }, place, path: '/papan', file: 'nasional' })
  })
