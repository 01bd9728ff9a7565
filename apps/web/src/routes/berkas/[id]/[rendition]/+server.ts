import { error } from '@sveltejs/kit'
import { page } from '#lib/server/answer.ts'
import { fileAnswer } from '#lib/server/file-answer.ts'
import type { RequestHandler } from './$types'

/** `unduh` is the file itself, `800.webp` and `800.jpg` are sizes of a picture. */
export const GET: RequestHandler = (event) => {
  const { id, rendition } = event.params
  const [, width = '', ending = ''] = /^(\d{1,4})\.(webp|jpg)$/.exec(rendition) ?? []
  if (width === '' && rendition !== 'unduh') error(404, 'Not Found')
  const format = ending === 'webp' ? 'webp' : 'jpeg'
  const asked = width === '' ? 'whole' : ({ width: Number(width), format } as const)
  return page(() => fileAnswer(event, { fileId: id, rendition: asked }))
}
