import { innovationPage } from '@semai/store/innovations/innovation-page.queries'
import { versionsOf } from '@semai/store/innovations/innovation-edit.queries'
import { page } from '#lib/server/answer.ts'
import { unsent } from '#lib/site/unsent.ts'
import { changedFields } from '#lib/writing/changed-fields.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = ({ params, locals: { db, actor } }) =>
  page(async () => {
    const { id, name, slug, code, origin } = await innovationPage(db, actor, params.slug)
    const versions = await versionsOf(db, id)
    const told = versions.map(({ number, content, publishedAt }, i) => {
      const before = versions[i + 1]
      return { number, publishedAt, changes: before ? changedFields(before.content, content) : null }
    })
    return { name, slug, code, origin, versions: unsent(told) }
  })
