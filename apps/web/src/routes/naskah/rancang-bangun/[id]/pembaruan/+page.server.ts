import { redirect } from '@sveltejs/kit'
import { writableEditStates } from '@semai/domain/innovations/innovation-edit.lifecycle'
import { updatesPage } from '@semai/store/blueprints/fork-choices.queries'
import { takeUpdates } from '@semai/store/replications/fork-take.commands'
import { notAccepted, page, sentForm } from '#lib/server/answer.ts'
import { href } from '#lib/site/lang.ts'
import { revisionOf } from '#lib/writing/revision.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ params: { id }, locals: { db, actor } }) =>
  page(async () => {
    const { text, base, newest, updates } = await updatesPage(db, actor, id)
    return {
      id,
      name: text.innovation,
      revision: text.revision,
      isWritable: writableEditStates.includes(text.state),
      base,
      newest: newest && { name: newest.name, number: newest.number, note: newest.note },
      updates,
    }
  })

export const actions: Actions = {
  default: async ({ request, params: { id }, locals: { db, actor, now, lang } }) => {
    const given = await sentForm(request)
    return notAccepted(given, async () => {
      const keys = [...given].flatMap(([name, value]) =>
        name.startsWith('take.') && value === 'take' ? [name.slice('take.'.length)] : [],
      )
      const version = Number(given.get('version'))
      const revision = revisionOf(given.get('revision'))
      await takeUpdates(db, actor, { id, version, keys, revision, now })
      redirect(303, href(lang, `/naskah/rancang-bangun/${id}#perubahan`))
    })
  },
}
