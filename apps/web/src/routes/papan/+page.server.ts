import { watchesHubs } from '@semai/domain/hubs/hub-scope'
import { nationalCounts, provinceNames } from '@semai/store/hubs/board.queries'
import { stuckPage } from '#lib/boards/stuck-page.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ url, locals }) => {
  const { db, actor, today } = locals
  const [{ total, provinces, routes }, names, stuck] = await Promise.all([
    nationalCounts(db, actor),
    provinceNames(db),
    watchesHubs.allows(actor, null) ? stuckPage(locals, url, null) : null,
  ])
  const rows = names.map((one) => ({ ...one, states: provinces.get(one.code) ?? null }))
  return { total, rows, outside: provinces.get(null) ?? null, routes: [...routes], stuck, today }
}
