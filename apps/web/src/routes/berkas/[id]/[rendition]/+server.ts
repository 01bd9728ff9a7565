import { error } from '@sveltejs/kit'
import { page } from '#lib/server/answer.ts'
import { fileAnswer, renditionIn } from '#lib/server/file-answer.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = (event) => {
  const { id, rendition: given } = event.params
  const rendition = renditionIn(given)
  if (rendition === null) error(404, 'Not Found')
  return page(() => fileAnswer(event, { fileId: id, rendition }))
}
