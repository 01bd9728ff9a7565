import { blueprintEditPage } from '@semai/store/blueprints/blueprint-edit.queries'
import { page } from '#lib/server/answer.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = ({ params: { id }, url, locals: { db, actor, now } }) =>
  page(async () => {
    const { name, content, fork, published, publishedNumber } = await blueprintEditPage(db, actor, {
      id,
      now,
    })
    const view = url.searchParams.get('tampilan') === 'kalimat' ? ('words' as const) : ('sides' as const)
    return {
      id,
      name,
      view,
      number: publishedNumber,
      isReplica: fork !== null,
      before: fork ? fork.basis : (published?.components ?? []),
      after: content.components,
    }
  })
