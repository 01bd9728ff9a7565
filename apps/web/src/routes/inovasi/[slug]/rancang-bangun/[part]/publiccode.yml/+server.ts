import { publiccodeOf } from '@semai/domain/blueprints/publiccode'
import { Refusal } from '@semai/domain/refusal'
import { blueprintPage } from '@semai/store/blueprints/blueprint.queries'
import { readerLang } from '#lib/api/problem.ts'
import { permit, preflight, refuse } from '#lib/api/respond.ts'
import { askedVersion } from '#lib/blueprints/asked-version.ts'
import { savedAs } from '#lib/blueprints/blueprint-file.ts'
import type { RequestHandler } from './$types'

/** A digital part of a published version as publiccode.yml; not found while it does not say what the standard demands. */
export const GET: RequestHandler = async (event) => {
  const lang = readerLang(event.request, event.url)
  const { headers, refusal } = permit(event, lang)
  if (refusal) return refusal
  const { db, actor } = event.locals
  try {
    const asked = { slug: event.params.slug, version: askedVersion(event.url) }
    const { content } = await blueprintPage(db, actor, asked)
    const part = content.components.find(({ key }) => key === event.params.part)
    const text = part ? publiccodeOf(part) : null
    if (text === null) throw new Refusal('not-found', 'No such digital part, or it does not say enough yet.')
    const file = savedAs('publiccode.yml', 'application/yaml', text)
    for (const [name, value] of Object.entries(headers)) file.headers.set(name, value)
    return file
  } catch (problem) {
    return refuse(problem, lang, headers)
  }
}
export const OPTIONS = preflight
