import type { HandleServerError } from '@sveltejs/kit/hooks'
import { errorTexts } from '#lib/texts/errors.ts'

/** A fault gets a code that the reader can quote and the log can be searched for; what is expected gets none. */
export const reportError: HandleServerError = ({ kind, error, event }) => {
  if (kind !== 'unknown') return
  const code = crypto.randomUUID().slice(0, 8).toUpperCase()
  const trouble = error instanceof Error ? (error.stack ?? error.message) : String(error)
  console.error(
    JSON.stringify({
      at: new Date().toISOString(),
      level: 'error',
      code,
      method: event.request.method,
      path: event.url.pathname,
      trouble,
    }),
  )
  const texts = errorTexts[event.locals.lang ?? 'id']
  // The plain page shows the message alone.
  return { message: `${texts.trouble.says} ${texts.code} ${code}`, code }
}
