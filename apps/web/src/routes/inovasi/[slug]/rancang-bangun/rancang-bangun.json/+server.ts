import { blueprintPage } from '@semai/store/blueprints/blueprint.queries'
import { readerLang } from '#lib/api/problem.ts'
import { permit, preflight, refuse } from '#lib/api/respond.ts'
import { askedVersion } from '#lib/blueprints/asked-version.ts'
import { blueprintFile, savedAs } from '#lib/blueprints/blueprint-file.ts'
import type { RequestHandler } from './$types'

/** A published version in the open format; the newest, or the one `versi` names. */
export const GET: RequestHandler = async (event) => {
  const lang = readerLang(event.request, event.url)
  const { headers, refusal } = permit(event, lang)
  if (refusal) return refusal
  const { db, actor } = event.locals
  try {
    const asked = { slug: event.params.slug, version: askedVersion(event.url) }
    const { content, code, name, number, publishedAt } = await blueprintPage(db, actor, asked)
    const head = { innovation: { code, name }, version: number, published_at: publishedAt.toISOString() }
    const file = savedAs(
      `rancang-bangun-${event.params.slug}-v${number}.json`,
      'application/json',
      blueprintFile(content, head),
    )
    for (const [name, value] of Object.entries(headers)) file.headers.set(name, value)
    return file
  } catch (problem) {
    return refuse(problem, lang, headers)
  }
}
export const OPTIONS = preflight
