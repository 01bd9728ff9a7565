import type { RequestHandler } from './$types'

/** Everything public may be found; only the read interface is for programs, not for search engines. */
export const GET: RequestHandler = ({ locals: { origin } }) => {
  const lines = ['User-agent: *', 'Disallow: /api/', 'Allow: /', '', `Sitemap: ${origin}/sitemap.xml`, '']
  return new Response(lines.join('\n'), { headers: { 'content-type': 'text/plain; charset=utf-8' } })
}
