import { redirect } from '@sveltejs/kit'
import { emptyPlan, planGaps } from '@semai/domain/action-plans/plan'
import { withBlueprintIndicators } from '@semai/domain/action-plans/plan-indicators'
import { takenFinding } from '@semai/domain/action-plans/plan-finding'
import { planCommentForm } from '@semai/domain/action-plans/plan.form'
import { Refusal } from '@semai/domain/refusal'
import { agreePlan, commentPlan, savePlan } from '@semai/store/action-plans/plan.commands'
import { writePlanDocument } from '@semai/store/action-plans/plan-document.commands'
import { planPage } from '@semai/store/action-plans/plan.queries'
import { z } from 'zod'
import { planTyped, readPlan, typedPlan } from '#lib/action-plans/plan-fields.ts'
import { documentAction } from '#lib/server/document-action.ts'
import { form, notAccepted, page, sentForm } from '#lib/server/answer.ts'
import { href } from '#lib/site/lang.ts'
import { revisionOf } from '#lib/writing/revision.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ params, url, locals: { db, actor, now, today } }) =>
  page(async () => {
    const asked = /^[1-9]\d{0,4}$/.exec(url.searchParams.get('versi') ?? '')?.[0]
    const version = asked === undefined ? undefined : Number(asked)
    const plan = await planPage(db, actor, { code: params.code, version, now })
    const draft = plan.draft ?? emptyPlan(plan.year ?? Number(today.slice(0, 4)) + 1)
    const typed = planTyped(withBlueprintIndicators(draft, plan.measured))
    return { plan, typed, gaps: plan.draft === null ? [] : planGaps(plan.draft) }
  })

const noFinding = {
  id: 'Pilih temuan dari daftar di bawah rencana.',
  en: 'Choose a finding from the list below the plan.',
}
const agreeForm = z.object({ revision: z.string() })

const documentForm = z.object({ which: z.union([z.literal('draft'), z.coerce.number().int().positive()]) })

export const actions: Actions = {
  document: (event) =>
    documentAction(event, documentForm, ({ which }) => {
      const { db, actor, now } = event.locals
      const asked = which === 'draft' ? which : { version: which }
      return writePlanDocument(db, actor, { code: event.params.code, which: asked, now })
    }),
  save: async ({ request, params, locals: { db, actor, now, lang } }) => {
    const given = await sentForm(request)
    return notAccepted(given, async () => {
      const text = (name: string) => String(given.get(name) ?? '').replaceAll('\0', '')
      const content = readPlan(typedPlan(text))
      const taken = text('finding') === '' ? null : takenFinding.safeParse(text('finding'))
      if (taken?.success === false) throw new Refusal('invalid', noFinding)
      await savePlan(db, actor, {
        code: params.code,
        revision: revisionOf(given.get('revision')),
        content,
        finding: taken?.data ?? null,
        now,
      })
      redirect(303, href(lang, `/replikasi/${params.code}/rencana#tulis`))
    })
  },
  agree: (event) =>
    form(event, agreeForm, async ({ revision }) => {
      const { db, actor, now, lang } = event.locals
      const { code } = event.params
      await agreePlan(db, actor, { code, revision: revisionOf(revision), now })
      redirect(303, href(lang, `/replikasi/${code}/rencana`))
    }),
  comment: (event) =>
    form(event, planCommentForm, async ({ comment }) => {
      const { db, actor, now, lang } = event.locals
      await commentPlan(db, actor, { code: event.params.code, comment, now })
      redirect(303, href(lang, `/replikasi/${event.params.code}/rencana#catatan`))
    }),
}
