import { redirect } from '@sveltejs/kit'
import { Refusal } from '@semai/domain/refusal'
import { innovationPage, mergedAddress, originsOf } from '@semai/store/innovations/innovation-page.queries'
import { filesOfInnovation } from '@semai/store/innovations/innovation-file.queries'
import { provinceChanges } from '@semai/store/regions/province-history.queries'
import { similarInnovations } from '@semai/store/search/similar.queries'
import { claimsOf, publishedFigures, regionPoints } from '@semai/store/spread/spread.queries'
import { mayWriteFor } from '@semai/store/innovations/may-write'
import { page } from '#lib/server/answer.ts'
import { href } from '#lib/site/lang.ts'
import { bordersFilter } from '#lib/spread/borders.ts'
import { strengthFilter } from '#lib/spread/strength-filter.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = ({ params, url, locals: { db, actor, today, lang } }) =>
  page(async () => {
    const innovation = await innovationPage(db, actor, params.slug).catch(async (problem: unknown) => {
      const merged = problem instanceof Refusal ? await mergedAddress(db, params.slug) : null
      if (merged === null) throw problem
      redirect(301, href(lang, `/inovasi/${merged}`))
    })
    const [claims, regions, history, figures, similar, files] = await Promise.all([
      claimsOf(db, actor, innovation.id),
      regionPoints(db),
      provinceChanges(db),
      publishedFigures(db, innovation.code),
      similarInnovations(db, actor, { code: innovation.code, limit: 6 }),
      filesOfInnovation(db, actor, innovation.id),
    ])
    const origins = await originsOf(
      db,
      actor,
      similar.map((other) => other.id),
    )
    const isOurs = actor.grants.length > 0 && (await mayWriteFor(db, actor, innovation.organisationId))
    const mayDeclare = actor.grants.some(({ role }) => role === 'author' || role === 'local_admin')
    const choices = { strength: strengthFilter(url), borders: bordersFilter(url) }
    return {
      innovation,
      isOurs,
      mayDeclare,
      claims,
      regions,
      history,
      figures,
      similar,
      origins,
      files,
      today,
      ...choices,
    }
  })
