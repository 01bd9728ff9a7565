import { redirect } from '@sveltejs/kit'
import { budgetLinkForm, fundingForm } from '@semai/domain/action-plans/budget.form'
import { commitmentForm } from '@semai/domain/action-plans/commitment.form'
import { saveBudgetLink, saveFunding } from '@semai/store/action-plans/budget.commands'
import { budgetPage } from '@semai/store/action-plans/budget.queries'
import { budgetRulesFrom } from '@semai/store/action-plans/budget-rules'
import { recordCommitment, withdrawCommitment } from '@semai/store/action-plans/commitment.commands'
import { z } from 'zod'
import { form, page } from '#lib/server/answer.ts'
import { href } from '#lib/site/lang.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ params, locals: { db, actor, now, today } }) =>
  page(async () => {
    const rules = budgetRulesFrom(process.env)
    const budget = await budgetPage(db, actor, { code: params.code, rules, now, today })
    return { budget, seenAt: now.toISOString(), nextYear: Number(today.slice(0, 4)) + 1 }
  })

const withdrawForm = z.object({ id: z.uuid() })

export const actions: Actions = {
  commit: (event) =>
    form(event, commitmentForm, async (said) => {
      const { db, actor, now, lang } = event.locals
      await recordCommitment(db, actor, { code: event.params.code, said, now })
      redirect(303, href(lang, `/replikasi/${event.params.code}/anggaran`))
    }),
  withdraw: (event) =>
    form(event, withdrawForm, async ({ id }) => {
      const { db, actor, now, lang } = event.locals
      await withdrawCommitment(db, actor, { code: event.params.code, id, now })
      redirect(303, href(lang, `/replikasi/${event.params.code}/anggaran`))
    }),
  link: (event) =>
    form(event, budgetLinkForm, async (said) => {
      const { db, actor, now, lang } = event.locals
      await saveBudgetLink(db, actor, { code: event.params.code, said, now })
      redirect(303, href(lang, `/replikasi/${event.params.code}/anggaran`))
    }),
  fund: (event) =>
    form(event, fundingForm, async (said) => {
      const { db, actor, now, lang } = event.locals
      await saveFunding(db, actor, { code: event.params.code, said, now })
      redirect(303, href(lang, `/replikasi/${event.params.code}/anggaran`))
    }),
}
