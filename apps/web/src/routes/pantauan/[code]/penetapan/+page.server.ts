import { redirect } from '@sveltejs/kit'
import { awardForm } from '@semai/domain/rounds/round.form'
import { acceptProposals, decideAward } from '@semai/store/rounds/award.commands'
import { decisionPage } from '@semai/store/rounds/result.queries'
import { z } from 'zod'
import { form, page } from '#lib/server/answer.ts'
import { href } from '#lib/site/lang.ts'
import type { Actions, PageServerLoad } from './$types'

/** Loci of a group shown at first; the others are few that anything is decided about. */
const shownFirst = 100

export const load: PageServerLoad = ({ params: { code }, url, locals: { db, actor } }) =>
  page(async () => {
    const { groups, ...decision } = await decisionPage(db, actor, code)
    const most = url.searchParams.get('lokus') === 'semua' ? Number.POSITIVE_INFINITY : shownFirst
    const cut = groups.map((group) => ({
      ...group,
      rows: group.rows.slice(0, most),
      count: group.rows.length,
    }))
    return { ...decision, groups: cut }
  })

const group = z.object({ group: z.uuid() })

export const actions: Actions = {
  accept: (event) =>
    form(event, group, async (said) => {
      const { db, actor, now, lang } = event.locals
      const { code } = event.params
      await acceptProposals(db, actor, { code, ...said, now })
      redirect(303, href(lang, `/pantauan/${code}/penetapan`))
    }),
  decide: (event) =>
    form(event, awardForm, async (said) => {
      const { db, actor, now, lang } = event.locals
      const { code } = event.params
      await decideAward(db, actor, { code, said, now })
      redirect(303, href(lang, `/pantauan/${code}/penetapan#lokus-${said.locus}`))
    }),
}
