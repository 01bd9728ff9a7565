import { innovationPage } from '@semai/store/innovations/innovation-page.queries'
import { claimsOf } from '@semai/store/spread/spread.queries'
import { page } from '#lib/server/answer.ts'
import { strengthFilter } from '#lib/spread/strength-filter.ts'
import type { PageServerLoad } from './$types'

/** Rows of one page of the table. */
const size = 100

export const load: PageServerLoad = ({ params, url, locals: { db, actor, today } }) =>
  page(async () => {
    const { id, name, slug } = await innovationPage(db, actor, params.slug)
    const claims = await claimsOf(db, actor, id)
    const asked = Number(url.searchParams.get('hal') ?? 1)
    const number = Number.isSafeInteger(asked) && asked > 0 ? asked : 1
    return { innovation: { name, slug }, claims, today, strength: strengthFilter(url), number, size }
  })
