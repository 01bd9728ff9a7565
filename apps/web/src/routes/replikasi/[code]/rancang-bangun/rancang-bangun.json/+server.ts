import { forkPage } from '@semai/store/replications/fork.queries'
import { Refusal } from '@semai/domain/refusal'
import { readerLang } from '#lib/api/problem.ts'
import { permit, preflight, refuse } from '#lib/api/respond.ts'
import { askedVersion } from '#lib/blueprints/asked-version.ts'
import { blueprintFile, savedAs } from '#lib/blueprints/blueprint-file.ts'
import type { RequestHandler } from './$types'

/**
 * A published version of a replica's blueprint in the open format, under the innovation it replicates; the newest, or the
 * one `versi` names.
 */
export const GET: RequestHandler = async (event) => {
  const lang = readerLang(event.request, event.url)
  const { headers, refusal } = permit(event, lang)
  if (refusal) return refusal
  const { db, actor, now } = event.locals
  try {
    const asked = { code: event.params.code, version: askedVersion(event.url), now }
    const { content, code, innovation, innovationCode, number, publishedAt } = await forkPage(
      db,
      actor,
      asked,
    )
    if (content === null || number === null || publishedAt === null) throw notPublished
    const head = {
      innovation: { code: innovationCode, name: innovation },
      version: number,
      published_at: publishedAt.toISOString(),
    }
    const name = `rancang-bangun-${code.toLowerCase()}-v${number}.json`
    const file = savedAs(name, 'application/json', blueprintFile(content, head))
    for (const [name, value] of Object.entries(headers)) file.headers.set(name, value)
    return file
  } catch (problem) {
    return refuse(problem, lang, headers)
  }
}
export const OPTIONS = preflight

const notPublished = new Refusal('not-found', {
  id: 'Replika ini belum menerbitkan rancang bangunnya.',
  en: 'This replica has not published its blueprint yet.',
})
