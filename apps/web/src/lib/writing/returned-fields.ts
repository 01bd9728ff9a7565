import { Refusal } from '@semai/domain/refusal'
import type { ReturnedRecord } from '@semai/store/innovations/returned-sheet.queries'
import { takenRecord } from '@semai/store/innovations/returned-sheet.commands'
import type { TakenRecord } from '@semai/store/innovations/returned-sheet.commands'

/** Under what a form sends back which text a difference is of. */
export function returnedKey({ code, editId, unit, row }: ReturnedRecord): string {
  if (code !== null) return `code:${code}`
  return editId === null ? `unit:${unit}:${row}` : `editId:${editId}`
}

/**
 * What was ticked in the list of differences, text by text.
 * @throws Refusal invalid when nothing was, or when the form is none of ours.
 */
export function chosenRecords(given: FormData): TakenRecord[] {
  const chosen = new Map<string, Record<string, string>>()
  for (const ticked of given.getAll('take')) {
    const [key, field] = String(ticked).split(' ')
    const value = given.get(`value ${ticked}`)
    if (key === undefined || field === undefined || typeof value !== 'string') throw unreadable()
    chosen.set(key, { ...chosen.get(key), [field]: value.replaceAll('\0', '').replaceAll('\r\n', '\n') })
  }
  if (chosen.size === 0) throw nothing()
  return [...chosen].map(([key, values]) => {
    const [kind = '', id] = key.split(':')
    const read = takenRecord.safeParse({ of: { [kind]: id }, values })
    if (!read.success) throw unreadable()
    return read.data as TakenRecord
  })
}

function nothing(): Refusal {
  return new Refusal('invalid', {
    id: 'Belum ada yang dipilih. Kirim lembarnya lagi, centang yang diambil, lalu tekan tombolnya.',
    en: 'Nothing was chosen. Send the sheet again, tick what to take, and press the button.',
  })
}

function unreadable(): Refusal {
  return new Refusal('invalid', {
    id: 'Pilihan ini tidak dapat dibaca. Kirim lembarnya lagi, lalu pilih di sana.',
    en: 'This choice cannot be read. Send the sheet again and choose there.',
  })
}
