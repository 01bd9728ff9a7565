import { redirect } from '@sveltejs/kit'
import { z } from 'zod'
import { handoverLifecycle } from '@semai/domain/innovations/innovation-handover.lifecycle'
import { innovationLifecycle } from '@semai/domain/innovations/innovation.lifecycle'
import { runningForm } from '@semai/domain/innovations/still-running.form'
import { stepNames } from '@semai/domain/lifecycle'
import { offerHandover, takeHandoverStep } from '@semai/store/innovations/innovation-handover.commands'
import { takeLifeStep } from '@semai/store/innovations/innovation-life.commands'
import { lifePage } from '@semai/store/innovations/innovation-life.queries'
import { mergeInnovations } from '@semai/store/innovations/merge.commands'
import { answerRunning, makeRunningLink } from '@semai/store/innovations/still-running.commands'
import { startProposal } from '@semai/store/proposals/proposal-edit.commands'
import { proposalsOf } from '@semai/store/proposals/proposal-edit.queries'
import { reasonWords } from '@semai/store/reasons/reason-list'
import { form, page } from '#lib/server/answer.ts'
import { href } from '#lib/site/lang.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ params, locals: { db, actor, now, today, lang } }) =>
  page(async () => {
    const life = await lifePage(db, actor, { slug: params.slug, now })
    const proposals = life.mayAnswer ? await proposalsOf(db, life.id) : []
    return { life, proposals, reasons: await reasonWords(db, lang), today }
  })

const words = z.string().trim().max(2_000).optional()
const stepForm = z.object({
  step: z.enum(stepNames(innovationLifecycle)),
  cause: z.string().max(40).optional(),
  reason: words,
  happenedOn: z.union([z.literal(''), z.iso.date()]).optional(),
})
const offerForm = z.object({ to: z.uuid(), note: words })
const handoverForm = z.object({
  handover: z.uuid(),
  step: z.enum(stepNames(handoverLifecycle)),
  reason: words,
})
const mergeForm = z.object({
  into: z.string().trim().toUpperCase().min(1).max(40),
  reason: z.string().trim().min(1).max(2_000),
})

export const actions: Actions = {
  step: (event) =>
    form(event, stepForm, async ({ cause: code, ...asked }) => {
      const { db, actor, now, lang } = event.locals
      await takeLifeStep(db, actor, { which: event.params, ...asked, code, now })
      redirect(303, href(lang, `/inovasi/${event.params.slug}/kelola`))
    }),
  answer: (event) =>
    form(event, runningForm, async (given) => {
      const { db, actor, now } = event.locals
      await answerRunning(db, actor, { which: event.params, ...given, now })
      return { done: 'answered' as const }
    }),
  ask: (event) =>
    form(event, z.object({}), async () => {
      const { db, actor, now, lang, origin } = event.locals
      const made = await makeRunningLink(db, actor, { which: event.params, now })
      return {
        done: 'asked' as const,
        ...made,
        link: `${origin}${href(lang, `/masih-berjalan/${made.link}`)}`,
      }
    }),
  offer: (event) =>
    form(event, offerForm, async ({ to, note }) => {
      const { db, actor, now, lang } = event.locals
      await offerHandover(db, actor, { which: event.params, toPerson: to, note, now })
      redirect(303, href(lang, `/inovasi/${event.params.slug}/kelola#serah-terima`))
    }),
  handover: (event) =>
    form(event, handoverForm, async ({ handover, step, reason }) => {
      const { db, actor, now, lang } = event.locals
      await takeHandoverStep(db, actor, { id: handover, step, reason, now })
      redirect(303, href(lang, `/inovasi/${event.params.slug}/kelola#serah-terima`))
    }),
  merge: (event) =>
    form(event, mergeForm, async ({ into, reason }) => {
      const { db, actor, now, lang } = event.locals
      const slug = await mergeInnovations(db, actor, {
        from: event.params,
        into: { code: into },
        reason,
        now,
      })
      redirect(303, href(lang, `/inovasi/${slug}/kelola`))
    }),
  propose: (event) =>
    form(event, z.object({ form: z.string().max(60) }), async ({ form: formKey }) => {
      const { db, actor, now, lang } = event.locals
      const id = await startProposal(db, actor, { slug: event.params.slug, formKey, now })
      redirect(303, href(lang, `/naskah/usulan/${id}`))
    }),
}
