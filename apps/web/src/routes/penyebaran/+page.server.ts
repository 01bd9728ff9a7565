import { keptSpread } from '@semai/store/spread/kept-spread'
import { askedView } from '#lib/spread/asked-view.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ url, locals: { db, actor, today } }) => {
  const view = askedView(url)
  const { scope, strength, beside } = view
  const all = { scope: { of: 'all' }, strength: null, today, madeFrom: null } as const
  const madeFrom = scope.of === 'all' ? null : view.madeFrom
  const [asked, second, widest] = await Promise.all([
    keptSpread(db, actor, { scope, strength, today, madeFrom }),
    beside
      ? keptSpread(db, actor, { ...all, scope: { of: 'innovations', codes: [beside] }, strength })
      : null,
    keptSpread(db, actor, all),
  ])
  const isAllInstead = asked.found.unknown.length > 0 && asked.found.innovations?.length === 0
  const explored = isAllInstead ? await keptSpread(db, actor, { ...all, strength }) : asked
  const unknown = [...asked.found.unknown, ...(second?.found.unknown ?? [])]
  const listed = widest.spread.innovations.map(({ code, name }) => ({ code, name }))
  const hasBoth = second?.found.innovations?.length === 1 && explored.found.innovations?.length === 1
  return { today, view, explored, second: hasBoth ? second : null, listed, unknown, isAllInstead }
}
