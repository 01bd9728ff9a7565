import { redirect } from '@sveltejs/kit'
import type { RequestEvent } from '@sveltejs/kit'
import { z } from 'zod'
import { fileDescription } from '@semai/domain/innovations/innovation-file.form'
import { editPage } from '@semai/store/innovations/innovation-edit.queries'
import {
  attachFile,
  describeFile,
  moveFile,
  removeFile,
} from '@semai/store/innovations/innovation-file.commands'
import { filesOfEdit, openUploadsOf } from '@semai/store/innovations/innovation-file.queries'
import { cancelUpload } from '@semai/store/innovations/innovation-upload.commands'
import { form, page } from '#lib/server/answer.ts'
import { files } from '#lib/server/files.ts'
import { attachForm } from '#lib/server/attach-form.ts'
import { href } from '#lib/site/lang.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ params, url, locals: { db, actor, now, today } }) =>
  page(async () => {
    const editId = params.id
    const edit = await editPage(db, actor, { id: editId, now, today })
    const [attached, uploads] = await Promise.all([
      filesOfEdit(db, actor, editId),
      openUploadsOf(db, actor, { editId, now }),
    ])
    const { limits } = files()
    return { edit, files: attached, uploads, limits, saved: url.searchParams.get('tersimpan') }
  })

/** A box that is not ticked and a choice that is not made are not sent, or sent empty. */
const describeForm = fileDescription.extend({
  id: z.string(),
  proves: z.preprocess((typed) => typed || null, fileDescription.shape.proves),
  licence: z.preprocess((typed) => typed || null, fileDescription.shape.licence),
  isPublic: z
    .literal('yes')
    .optional()
    .transform((ticked) => ticked === 'yes'),
})

function back({ params, locals: { lang } }: RequestEvent, saved = ''): never {
  const here = href(lang, `/naskah/${params['id']}/berkas`)
  redirect(303, saved === '' ? here : `${here}?tersimpan=${saved}#file-${saved}`)
}

export const actions: Actions = {
  add: async (event) => {
    const { db, actor, now } = event.locals
    const asked = { editId: event.params.id, files: files(), now }
    const refused = await attachForm(event, (given) => attachFile(db, actor, { ...asked, given }))
    return refused ?? back(event)
  },
  describe: (event) =>
    form(event, describeForm, async ({ id, ...description }) => {
      const { db, actor, now } = event.locals
      await describeFile(db, actor, { editId: event.params.id, id, description, now })
      back(event, id)
    }),
  move: (event) =>
    form(event, z.object({ id: z.string(), by: z.enum(['-1', '1']) }), async ({ id, by }) => {
      const { db, actor, now } = event.locals
      await moveFile(db, actor, { editId: event.params.id, id, by: by === '1' ? 1 : -1, now })
      back(event, id)
    }),
  remove: (event) =>
    form(event, z.object({ id: z.string() }), async ({ id }) => {
      const { db, actor, now } = event.locals
      await removeFile(db, actor, { editId: event.params.id, id, now })
      back(event)
    }),
  cancel: (event) =>
    form(event, z.object({ upload: z.string() }), async ({ upload }) => {
      const { db, actor, now } = event.locals
      await cancelUpload(db, actor, { editId: event.params.id, uploadId: upload, files: files(), now })
      back(event)
    }),
}
