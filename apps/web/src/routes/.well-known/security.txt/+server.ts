import { error } from '@sveltejs/kit'
import type { RequestHandler } from './$types'

/** Where to report a hole (RFC 9116); a site whose operator named no contact has none to give. */
export const GET: RequestHandler = ({ locals: { now, operator, origin } }) => {
  if (!operator.contact) error(404, 'no contact configured')
  const contact = operator.contact.replace(/^(?=[^/:\s]+@)/, 'mailto:')
  const monthsAhead = new Date(now.getTime() + 180 * 86_400_000)
  const lines = [
    `Contact: ${contact}`,
    `Expires: ${monthsAhead.toISOString().slice(0, 10)}T00:00:00.000Z`,
    'Preferred-Languages: id, en',
    `Canonical: ${origin}/.well-known/security.txt`,
    '',
  ]
  return new Response(lines.join('\n'), { headers: { 'content-type': 'text/plain; charset=utf-8' } })
}
