import { redirect } from '@sveltejs/kit'
import { claimStepForm } from '@semai/domain/claims/claim.form'
import { claimPage } from '@semai/store/claims/claim-page.queries'
import { takeClaimStep } from '@semai/store/claims/take-claim-step'
import { showStopReason } from '@semai/store/claims/claim-consent.commands'
import { z } from 'zod'
import { reasonWords } from '@semai/store/reasons/reason-list'
import { form, page } from '#lib/server/answer.ts'
import { updateMonthFrom } from '@semai/domain/claims/update-month'
import { href } from '#lib/site/lang.ts'
import type { Actions, PageServerLoad } from './$types'

const updateMonth = updateMonthFrom(process.env)

export const load: PageServerLoad = ({ params, locals: { db, actor, now, today, lang } }) =>
  page(async () => ({
    claim: await claimPage(db, actor, { id: params.id, now }),
    reasons: await reasonWords(db, lang),
    today,
  }))

export const actions: Actions = {
  step: (event) =>
    form(event, claimStepForm, async ({ cause, ...given }) => {
      const { db, actor, now, lang } = event.locals
      const { id } = event.params
      await takeClaimStep(db, actor, { ...given, id, code: cause || undefined, now, updateMonth })
      redirect(303, href(lang, `/klaim/${id}`))
    }),
  consent: (event) =>
    form(event, z.object({ shown: z.enum(['yes', 'no']) }), async ({ shown }) => {
      const { db, actor, now, lang } = event.locals
      const { id } = event.params
      await showStopReason(db, actor, { id, isShown: shown === 'yes', now })
      redirect(303, href(lang, `/klaim/${id}`))
    }),
}
