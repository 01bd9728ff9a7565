import { Refusal } from '@semai/domain/refusal'
import { takeReturned } from '@semai/store/innovations/returned-sheet.commands'
import { compareReturned } from '@semai/store/innovations/returned-sheet.queries'
import { unitsOf } from '@semai/store/organisations/units-of.queries'
import { notAccepted, sentForm } from '#lib/server/answer.ts'
import { chosenRecords } from '#lib/writing/returned-fields.ts'
import { returnedTexts } from '#lib/texts/returned.ts'
import type { Actions } from './$types'

const noFile = { id: returnedTexts.id.noFile, en: returnedTexts.en.noFile }

export const actions: Actions = {
  compare: async ({ request, locals: { db, actor } }) => {
    const given = await sentForm(request)
    return notAccepted(given, async () => {
      const file = given.get('sheet')
      if (!(file instanceof File) || file.size === 0) {
        throw new Refusal('invalid', noFile, [{ field: 'sheet', says: noFile }])
      }
      const bytes = Buffer.from(await file.arrayBuffer())
      const compared = await compareReturned(db, actor, { bytes, units: await unitsOf(db, actor) })
      return { done: 'compared' as const, name: file.name.slice(0, 200), ...compared }
    })
  },
  take: async ({ request, locals: { db, actor, now } }) => {
    const given = await sentForm(request)
    return notAccepted(given, async () => {
      const taken = await takeReturned(db, actor, { records: chosenRecords(given), now })
      return { done: 'taken' as const, taken }
    })
  },
}
