import { programmeEventList } from '@semai/store/programme-events/programme-event.queries'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { db, actor } }) => ({
  events: await programmeEventList(db, actor),
})
