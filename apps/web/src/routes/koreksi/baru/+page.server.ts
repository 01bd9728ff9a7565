import { redirect } from '@sveltejs/kit'
import { correctionForm, senderKeptDays } from '@semai/domain/corrections/correction.form'
import { sendCorrection } from '@semai/store/corrections/correction.commands'
import { correctableRecord } from '@semai/store/corrections/correction.queries'
import { form, page } from '#lib/server/answer.ts'
import { refuseFlood } from '#lib/server/public-forms.ts'
import { href } from '#lib/site/lang.ts'
import { recordAsked } from '#lib/site/record-asked.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ url, locals: { db } }) =>
  page(async () => {
    const asked = recordAsked(url)
    const keptDays = senderKeptDays.afterAnswer
    return { record: asked && (await correctableRecord(db, asked.kind, asked.slug)), keptDays }
  })

export const actions: Actions = {
  default: (event) =>
    form(event, correctionForm, async (said) => {
      refuseFlood(event)
      const { db, now, lang } = event.locals
      const { kind, slug } = recordAsked(event.url) ?? { kind: 'innovation' as const, slug: '' }
      const record = await correctableRecord(db, kind, slug)
      const link = await sendCorrection(db, { record, said, now })
      redirect(303, href(lang, `/koreksi/lacak/${link}?baru=1`))
    }),
}
