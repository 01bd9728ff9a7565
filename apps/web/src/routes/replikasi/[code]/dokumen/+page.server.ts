import { redirect } from '@sveltejs/kit'
import { signedForm, writeForm } from '@semai/domain/documents/document.form'
import { takeBackSigned, writeDocument } from '@semai/store/documents/document.commands'
import { documentsOf } from '@semai/store/documents/document.queries'
import { form, page } from '#lib/server/answer.ts'
import { href } from '#lib/site/lang.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ params, locals: { db, actor, now } }) =>
  page(async () => {
    const { rows, replication, mayWrite, maySign } = await documentsOf(db, actor, { code: params.code, now })
    const { code, innovation, localName, adopterName } = replication
    return { rows, mayWrite, maySign, replication: { code, innovation, localName, adopterName } }
  })

export const actions: Actions = {
  write: (event) =>
    form(event, writeForm, async ({ kind }) => {
      const { db, actor, now, lang } = event.locals
      await writeDocument(db, actor, { code: event.params.code, kind, now })
      redirect(303, href(lang, `/replikasi/${event.params.code}/dokumen`))
    }),
  sign: (event) =>
    form(event, signedForm, async (said) => {
      const { db, actor, now, lang } = event.locals
      await takeBackSigned(db, actor, { said, now })
      redirect(303, href(lang, `/replikasi/${event.params.code}/dokumen`))
    }),
}
