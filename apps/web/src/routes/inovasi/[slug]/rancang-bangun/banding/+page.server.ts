import { blueprintPage, blueprintVersions } from '@semai/store/blueprints/blueprint.queries'
import { askedVersion } from '#lib/blueprints/asked-version.ts'
import { page } from '#lib/server/answer.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = ({ params: { slug }, url, locals: { db, actor } }) =>
  page(async () => {
    const { name, newest, versions } = await blueprintPage(db, actor, { slug })
    const to = askedVersion(url, 'ke') ?? newest!
    const from = askedVersion(url, 'dari') ?? Math.max(1, to - 1)
    const [before, after] = await blueprintVersions(db, actor, { slug, from, to })
    const view = url.searchParams.get('tampilan') === 'kalimat' ? ('words' as const) : ('sides' as const)
    return { slug, name, numbers: versions.map(({ number }) => number), before, after, view }
  })
