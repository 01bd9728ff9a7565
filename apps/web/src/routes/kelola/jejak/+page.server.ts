import { trailFilter } from '@semai/domain/audit/trail-filter.form'
import { readsPage, trailPage } from '@semai/store/audit/trail.queries'
import { page } from '#lib/server/answer.ts'
import { unsent } from '#lib/site/unsent.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = ({ url, locals: { db, actor } }) =>
  page(async () => {
    const filter = trailFilter.parse(
      Object.fromEntries(
        ['apa', 'perihal', 'oleh', 'dari', 'sampai'].map((name) => [name, url.searchParams.get(name) ?? '']),
      ),
    )
    const cursor = Number(url.searchParams.get('cursor'))
    const before = Number.isSafeInteger(cursor) && cursor > 0 ? cursor : undefined
    const isReads = url.searchParams.get('daftar') === 'bacaan'
    return {
      filter,
      isReads,
      changes: unsent(isReads ? null : await trailPage(db, actor, { filter, before })),
      reads: unsent(isReads ? await readsPage(db, actor, { filter, before }) : null),
    }
  })
