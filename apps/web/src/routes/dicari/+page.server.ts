import { publicDemand } from '@semai/store/search/demand.queries'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { db } }) => ({ rows: await publicDemand(db) })
