import { redirect } from '@sveltejs/kit'
import type { RequestEvent } from '@sveltejs/kit'
import { altForm } from '@semai/domain/attachments/attachment'
import {
  attachmentPlace,
  attachToRecord,
  describeAttachment,
  removeAttachment,
} from '@semai/store/attachments/attachment.commands'
import { attachmentPage } from '@semai/store/attachments/attachment.queries'
import { cancelUpload } from '@semai/store/files/resumable-upload'
import { z } from 'zod'
import { attachForm } from '#lib/server/attach-form.ts'
import { attachmentAsked } from '#lib/server/attachment-asked.ts'
import { form, page } from '#lib/server/answer.ts'
import { files } from '#lib/server/files.ts'
import { href } from '#lib/site/lang.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = (event) =>
  page(async () => {
    const { db, actor } = event.locals
    const {
      id: _id,
      column: _column,
      question: _question,
      ...record
    } = await attachmentPage(db, actor, attachmentAsked(event))
    return { record, of: event.params.of, key: event.params.key, limits: files().limits }
  })

function back({ params, locals: { lang } }: RequestEvent): never {
  redirect(303, href(lang, `/lampiran/${params['of']}/${params['key']}`))
}

export const actions: Actions = {
  add: async (event) => {
    const { db, actor } = event.locals
    const asked = { ...attachmentAsked(event), files: files() }
    const refused = await attachForm(event, (given) => attachToRecord(db, actor, { ...asked, given }))
    return refused ?? back(event)
  },
  describe: (event) =>
    form(event, altForm, async (said) => {
      const { db, actor } = event.locals
      await describeAttachment(db, actor, { ...attachmentAsked(event), ...said })
      back(event)
    }),
  remove: (event) =>
    form(event, z.object({ id: z.string().max(40) }), async ({ id }) => {
      const { db, actor } = event.locals
      await removeAttachment(db, actor, { ...attachmentAsked(event), id })
      back(event)
    }),
  cancel: (event) =>
    form(event, z.object({ upload: z.string().max(40) }), async ({ upload }) => {
      const { db, actor, now } = event.locals
      const place = await attachmentPlace(db, actor, attachmentAsked(event))
      await cancelUpload(db, actor, { place, uploadId: upload, files: files(), now })
      back(event)
    }),
}
