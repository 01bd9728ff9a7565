import { redirect } from '@sveltejs/kit'
import { signedForm } from '@semai/domain/documents/document.form'
import { takeBackSigned } from '@semai/store/documents/document.commands'
import { trackedDocument } from '@semai/store/documents/tracked-document'
import { form, page } from '#lib/server/answer.ts'
import { href } from '#lib/site/lang.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ params, locals: { db, actor, now } }) =>
  page(async () => {
    const { id: _id, ...document } = await trackedDocument(db, actor, { document: params.code, now })
    return { document }
  })

const signHere = signedForm.omit({ document: true })

export const actions: Actions = {
  sign: (event) =>
    form(event, signHere, async (said) => {
      const { db, actor, now, lang } = event.locals
      const document = event.params.code
      await takeBackSigned(db, actor, { said: { ...said, document }, now })
      redirect(303, href(lang, `/dokumen/${document}`))
    }),
}
