import { briefAnswer } from '#lib/boards/brief-answer.ts'
import { openRegionBoard } from '#lib/boards/open-region-board.ts'
import { page } from '#lib/server/answer.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = ({ params: { slug }, url, locals }) =>
  page(async () => {
    const { code, name } = await openRegionBoard(locals, slug)
    const path = `/daerah/${slug}/papan`
    return briefAnswer(locals, url, { scope: { kind: 'region', code }, place: name, path, file: slug })
  })
