import { error } from '@sveltejs/kit'
import { dataVersion } from '@semai/store/exchange/data-version.queries'
import { sitemapSlugs } from '@semai/store/exchange/sitemap.queries'
import { pagesPart, partNames, partOf, partSize, pathsAlone } from '#lib/sitemap/sitemap.ts'
import { recordPaths, sitemapFile } from '#lib/sitemap/sitemap.ts'
import { xmlAnswer } from '#lib/sitemap/xml-answer.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async ({ request, params, locals: { db, actor, origin } }) => {
  if (params.part === pagesPart) {
    return xmlAnswer(request, origin, async () => sitemapFile(origin, pathsAlone))
  }
  const asked = partOf(params.part)
  if (!asked) error(404, 'Not Found')
  const { tag } = await dataVersion(db)
  const kind = partNames[asked.name]
  return xmlAnswer(request, `${origin} ${tag}`, async () => {
    const rows = await sitemapSlugs(db, actor, { kind, part: asked.number, size: partSize })
    if (rows.length === 0) error(404, 'Not Found')
    return sitemapFile(origin, recordPaths(asked.name, rows))
  })
}
