import { ableInHub } from '@semai/store/analyses/able.queries'
import { hubNamed } from '@semai/store/hubs/named-hub'
import { pageNumber } from '#lib/boards/page-number.ts'
import { page } from '#lib/server/answer.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = ({ url, params, locals: { db, actor } }) =>
  page(async () => {
    const hub = await hubNamed(db, actor, params.slug)
    const number = pageNumber(url.searchParams.get('halaman'))
    const { rows, hasMore } = await ableInHub(db, actor, { hub, page: number })
    return { hub: { name: hub.name, slug: hub.slug }, rows, hasMore, number }
  })
