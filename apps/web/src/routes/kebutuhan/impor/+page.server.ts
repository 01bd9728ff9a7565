import { needSheetKinds } from '@semai/domain/needs/need-sheet'
import { Refusal } from '@semai/domain/refusal'
import { importNeeds } from '@semai/store/needs/need-import.commands'
import { needOrganisations } from '@semai/store/needs/need.queries'
import { organisationIdOf } from '@semai/store/organisations/owner-path'
import { notAccepted, sentForm } from '#lib/server/answer.ts'
import { needWritingTexts } from '#lib/texts/need-writing.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { db, actor } }) => ({
  organisations: await needOrganisations(db, actor),
})

const noFile = { id: needWritingTexts.id.import.noFile, en: needWritingTexts.en.import.noFile }

export const actions: Actions = {
  default: async ({ request, locals: { db, actor, now } }) => {
    const given = await sentForm(request)
    return notAccepted(given, async () => {
      const file = given.get('sheet')
      if (!(file instanceof File) || file.size === 0) {
        throw new Refusal('invalid', noFile, [{ field: 'sheet', says: noFile }])
      }
      const organisationId = await organisationIdOf(db, String(given.get('organisation')))
      const kind = needSheetKinds.find((name) => name === given.get('kind')) ?? 'needs'
      const bytes = Buffer.from(await file.arrayBuffer())
      return { done: await importNeeds(db, actor, { organisationId, kind, bytes, now }) }
    })
  },
}
