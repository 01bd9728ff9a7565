import { shownContent } from '@semai/store/innovations/shown-content'
import { editPage } from '@semai/store/innovations/innovation-edit.queries'
import { page } from '#lib/server/answer.ts'
import { changedFields } from '#lib/writing/changed-fields.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = ({ params, locals: { db, actor, now, today } }) =>
  page(async () => {
    const edit = await editPage(db, actor, { id: params.id, now, today })
    const shown = edit.innovationId === null ? null : await shownContent(db, actor, edit.innovationId)
    return {
      id: edit.id,
      name: edit.content.name,
      changes: shown && changedFields(shown.content, edit.content),
    }
  })
