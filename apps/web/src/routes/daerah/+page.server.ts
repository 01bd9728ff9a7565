import { regionList } from '@semai/store/regions/region-page.queries'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ url, locals: { db, actor } }) => ({
  regions: await regionList(db, actor),
  text: (url.searchParams.get('q') ?? '').trim().slice(0, 100),
})
