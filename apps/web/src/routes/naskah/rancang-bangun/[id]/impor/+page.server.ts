import { redirect } from '@sveltejs/kit'
import { importBlueprint } from '@semai/store/blueprints/blueprint-edit.commands'
import { blueprintEditPage } from '@semai/store/blueprints/blueprint-edit.queries'
import { Refusal } from '@semai/domain/refusal'
import { readBlueprintFile } from '#lib/blueprints/read-blueprint-file.ts'
import { notAccepted, page, sentForm } from '#lib/server/answer.ts'
import { href } from '#lib/site/lang.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ params: { id }, locals: { db, actor, now } }) =>
  page(async () => {
    const { name, kind } = await blueprintEditPage(db, actor, { id, now })
    if (kind !== 'own') throw ownOnly
    return { id, name }
  })

export const actions: Actions = {
  default: async ({ request, params, locals: { db, actor, now, lang } }) => {
    const given = await sentForm(request)
    return notAccepted(given, async () => {
      const { slug, kind } = await blueprintEditPage(db, actor, { id: params.id, now })
      if (kind !== 'own') throw ownOnly
      const content = await readBlueprintFile(given.get('file'))
      const id = await importBlueprint(db, actor, { slug, content, now })
      redirect(303, href(lang, `/naskah/rancang-bangun/${id}`))
    })
  },
}

/** A file says nothing of where components came from, so it takes the place of an innovation's own text only. */
const ownOnly = new Refusal('not-found', {
  id: 'Berkas hanya dapat dimasukkan ke rancang bangun milik inovasi sendiri.',
  en: "A file can only be brought into the blueprint of one's own innovation.",
})
