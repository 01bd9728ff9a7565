import { innovationList } from '@semai/store/innovations/innovation-list.queries'
import { listNames, regionName } from '@semai/store/innovations/list-names.queries'
import { innovationPlaces } from '@semai/store/innovations/list-places.queries'
import { recordMiss } from '@semai/store/search/demand.commands'
import { regionPoints } from '@semai/store/spread/spread.queries'
import { QueryFault } from '#lib/api/problem.ts'
import { activeFilters } from '#lib/catalogue/active-filters.ts'
import { isAskedAgain } from '#lib/catalogue/asked-again.ts'
import { facetGroups } from '#lib/catalogue/facet-choices.ts'
import { askedList, cursorOf } from '#lib/catalogue/question.ts'
import { readAddress } from '#lib/catalogue/reading.ts'
import { unsent } from '#lib/site/unsent.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ url, request, locals }) => {
  const { db, actor, now, today, lang } = locals
  const { fields, showing, faults } = readAddress(url.searchParams, lang)
  const { question, search, badCursor } = await askedOrFirst(locals, fields, showing)
  const [list, names, region, map] = await Promise.all([
    innovationList(db, actor, question, now),
    listNames(db, now),
    fields.daerah ? regionName(db, fields.daerah) : null,
    showing.view === 'peta' ? Promise.all([innovationPlaces(db, actor, question), regionPoints(db)]) : null,
  ])
  const active = activeFilters(fields, showing, { lang, names, region })
  const isMiss = question.filter.text !== null && list.total === 0 && active.length === 0
  const isNew = !isAskedAgain(request.headers.get('referer'), url.origin)
  const kept = isMiss && isNew && (await recordMiss(db, question.filter.text!, today))
  return {
    asked: unsent({
      fields,
      showing,
      faults,
      badCursor,
      active,
      kept,
      order: question.filter.order,
      list: { ...list, next: cursorOf(list.next, question.filter.order) },
      facets: facetGroups(list.facets, fields, lang, names),
      readAs: search?.readAs ?? [],
      isRelaxed: search?.isRelaxed ?? false,
      places: map?.[0] ?? [],
      points: map?.[1] ?? [],
      today,
    }),
  }
}

/** A cursor that no longer fits, say from an older address, leads to the first page, and the page says so. */
async function askedOrFirst(
  locals: App.Locals,
  fields: Parameters<typeof askedList>[1],
  { cursor, limit }: { cursor: string | null; limit: number },
) {
  try {
    return { ...(await askedList(locals, fields, { cursor: cursor ?? undefined, limit })), badCursor: false }
  } catch (problem) {
    if (!(problem instanceof QueryFault)) throw problem
    return { ...(await askedList(locals, fields, { limit })), badCursor: true }
  }
}
