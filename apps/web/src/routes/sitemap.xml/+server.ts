import { dataVersion } from '@semai/store/exchange/data-version.queries'
import { sitemapCounts } from '@semai/store/exchange/sitemap.queries'
import { sitemapIndex } from '#lib/sitemap/sitemap.ts'
import { xmlAnswer } from '#lib/sitemap/xml-answer.ts'
import type { RequestHandler } from './$types'

/** Every public page, for search engines (sitemaps.org). */
export const GET: RequestHandler = async ({ request, locals: { db, actor, origin } }) => {
  const { tag } = await dataVersion(db)
  return xmlAnswer(request, `${origin} ${tag}`, async () =>
    sitemapIndex(origin, await sitemapCounts(db, actor)),
  )
}
