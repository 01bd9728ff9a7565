import { redirect } from '@sveltejs/kit'
import { z } from 'zod'
import { replicationForms } from '@semai/domain/claims/claim'
import { confirmForm } from '@semai/store/replications/form-confirm.commands'
import { startFork, startOriginDraft } from '@semai/store/replications/fork.commands'
import { forkPage } from '@semai/store/replications/fork.queries'
import { askedVersion } from '#lib/blueprints/asked-version.ts'
import { form, page } from '#lib/server/answer.ts'
import { href } from '#lib/site/lang.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ params: { code }, url, locals: { db, actor, now } }) =>
  page(async () => {
    const view = url.searchParams.get('tampilan') === 'kalimat' ? ('words' as const) : ('sides' as const)
    return { fork: await forkPage(db, actor, { code, version: askedVersion(url), now }), view }
  })

/** `slug versi`, or nothing where no origin has a blueprint. */
const beginning = z.object({
  from: z
    .string()
    .regex(/^(?:[a-z0-9-]{1,200} \d{1,6})?$/)
    .default('')
    .transform((typed) => {
      const [slug = '', version = ''] = typed.split(' ')
      return typed === '' ? null : { slug, version: Number(version) }
    }),
})

export const actions: Actions = {
  start: (event) =>
    form(event, beginning, async ({ from }) => {
      const { db, actor, now, lang } = event.locals
      const id = await startFork(db, actor, { code: event.params.code, from, now })
      redirect(303, href(lang, `/naskah/rancang-bangun/${id}`))
    }),
  update: (event) =>
    form(event, z.object({}), async () => {
      const { db, actor, now, lang } = event.locals
      const id = await startFork(db, actor, { code: event.params.code, from: null, now })
      redirect(303, href(lang, `/naskah/rancang-bangun/${id}/pembaruan`))
    }),
  draft: (event) =>
    form(event, z.object({}), async () => {
      const { db, actor, now, lang } = event.locals
      const id = await startOriginDraft(db, actor, { code: event.params.code, now })
      redirect(303, href(lang, `/naskah/rancang-bangun/${id}`))
    }),
  confirm: (event) =>
    form(event, z.object({ form: z.enum(replicationForms) }), async ({ form }) => {
      const { db, actor, now, lang } = event.locals
      const { code } = event.params
      await confirmForm(db, actor, { code, form, now })
      redirect(303, href(lang, `/replikasi/${code}/rancang-bangun`))
    }),
}
