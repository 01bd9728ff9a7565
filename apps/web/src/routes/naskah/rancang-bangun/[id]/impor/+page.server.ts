import { redirect } from '@sveltejs/kit'
import { importBlueprint, importIntoText } from '@semai/store/blueprints/blueprint-edit.commands'
import { blueprintEditPage } from '@semai/store/blueprints/blueprint-edit.queries'
import { readBlueprintFile } from '#lib/blueprints/read-blueprint-file.ts'
import { notAccepted, page, sentForm } from '#lib/server/answer.ts'
import { href } from '#lib/site/lang.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ params: { id }, locals: { db, actor, now } }) =>
  page(async () => {
    const { name, kind } = await blueprintEditPage(db, actor, { id, now })
    return { id, name, isReplica: kind === 'replica' }
  })

export const actions: Actions = {
  default: async ({ request, params, locals: { db, actor, now, lang } }) => {
    const given = await sentForm(request)
    return notAccepted(given, async () => {
      const { slug, kind } = await blueprintEditPage(db, actor, { id: params.id, now })
      const content = await readBlueprintFile(given.get('file'))
      const id = kind === 'own' ? await importBlueprint(db, actor, { slug, content, now }) : params.id
      if (kind !== 'own') await importIntoText(db, actor, { id, content, now })
      redirect(303, href(lang, `/naskah/rancang-bangun/${id}`))
    })
  },
}
