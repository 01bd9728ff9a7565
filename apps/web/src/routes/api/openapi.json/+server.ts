import type { RequestHandler } from './$types'
import { openApi } from '#lib/api/openapi.ts'
import { operations } from '#lib/api/operations.ts'
import { jsonResponse, permit, preflight } from '#lib/api/respond.ts'
import { writeOperations } from '#lib/api/writes.ts'
import { readerLang } from '#lib/api/problem.ts'

export const GET: RequestHandler = (event) => {
  const { headers, refusal } = permit(event, readerLang(event.request, event.url))
  return (
    refusal ??
    jsonResponse(event, openApi({ reads: operations, writes: writeOperations }, event.locals.origin), headers)
  )
}
export const OPTIONS = preflight
