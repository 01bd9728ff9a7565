import { redirect } from '@sveltejs/kit'
import { z } from 'zod'
import { writableEditStates } from '@semai/domain/innovations/innovation-edit.lifecycle'
import { Refusal } from '@semai/domain/refusal'
import { originChoices } from '@semai/store/blueprints/fork-choices.queries'
import { takeComponents } from '@semai/store/replications/fork-take.commands'
import { notAccepted, page, sentForm } from '#lib/server/answer.ts'
import { href } from '#lib/site/lang.ts'
import { forkTakeTexts } from '#lib/texts/fork-take.ts'
import type { Actions, PageServerLoad } from './$types'

/** `slug versi`, as the list of origin versions names one. */
const asked = (typed: string | null) => {
  const [slug = null, version] = (typed ?? '').split(' ')
  return { slug: slug || null, version: /^\d{1,6}$/.test(version ?? '') ? Number(version) : null }
}

export const load: PageServerLoad = ({ params: { id }, url, locals: { db, actor } }) =>
  page(async () => {
    const { text, choices, here } = await originChoices(db, actor, {
      id,
      ...asked(url.searchParams.get('dari')),
    })
    const isWritable = writableEditStates.includes(text.state)
    return { id, name: text.innovation, choices, here, isWritable }
  })

const taking = z.object({ slug: z.string().min(1).max(200), version: z.coerce.number().int().min(1) })

export const actions: Actions = {
  default: async ({ request, params: { id }, locals: { db, actor, now, lang } }) => {
    const given = await sentForm(request)
    return notAccepted(given, async () => {
      const keys = given.getAll('key').map(String)
      if (keys.length === 0) {
        throw new Refusal('invalid', { id: forkTakeTexts.id.take.nothing, en: forkTakeTexts.en.take.nothing })
      }
      const from = taking.safeParse({ slug: given.get('slug'), version: given.get('version') })
      if (!from.success)
        throw new Refusal('invalid', { id: forkTakeTexts.id.take.none, en: forkTakeTexts.en.take.none })
      await takeComponents(db, actor, { id, ...from.data, keys, now })
      redirect(303, href(lang, `/naskah/rancang-bangun/${id}`))
    })
  },
}
