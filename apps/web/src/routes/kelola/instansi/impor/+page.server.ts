import { Refusal } from '@semai/domain/refusal'
import { sheetText } from '@semai/store/exchange/sheet-text'
import { importAgencies } from '@semai/store/organisations/organisation-sheet.commands'
import { notAccepted, sentForm } from '#lib/server/answer.ts'
import { agencyTexts } from '#lib/texts/agencies.ts'
import type { Actions, RequestEvent } from './$types'

const mostBytes = 2_000_000
const says = (which: 'empty' | 'tooLarge') => ({
  id: agencyTexts.id.sheet[which],
  en: agencyTexts.en.sheet[which],
})

export const actions: Actions = {
  check: (event) => take(event, true),
  apply: (event) => take(event, false),
}

/** The outcome, with the sheet as text: without scripts the second button sends what the first one checked. */
async function take({ request, locals: { db, actor, now } }: RequestEvent, dryRun: boolean) {
  const given = await sentForm(request)
  return notAccepted(given, async () => {
    const { bytes, file } = await sheetIn(given)
    const outcome = await importAgencies(db, actor, { bytes, file, dryRun, now })
    const text = await sheetText(bytes)
    return { outcome, text, isApplied: !dryRun && outcome.problems.length === 0 }
  })
}

async function sheetIn(given: FormData): Promise<{ bytes: Buffer; file: string }> {
  const sheet = given.get('sheet')
  const text = given.get('text')
  const isFile = sheet instanceof File && sheet.size > 0
  const bytes = isFile
    ? Buffer.from(await sheet.arrayBuffer())
    : Buffer.from(typeof text === 'string' ? text : '')
  const fault =
    bytes.toString('latin1', 0, 4_000).trim() === '' ? 'empty' : bytes.length > mostBytes ? 'tooLarge' : null
  if (fault !== null) throw new Refusal('invalid', says(fault), [{ field: 'sheet', says: says(fault) }])
  return { bytes, file: isFile ? sheet.name.slice(0, 120) : 'agencies.csv' }
}
