import { blueprintRecord, fromBlueprintRecord } from '@semai/domain/exchange/blueprint-record'
import type { BlueprintContent } from '@semai/domain/blueprints/blueprint'
import { Refusal } from '@semai/domain/refusal'
import { formFaults } from '@semai/domain/text/form-faults'

/** Bytes of a file at most; two hundred components that say all they may are far below. */
const most = 2_000_000

/**
 * The blueprint a file in the published format holds.
 * @throws Refusal invalid, with the place and the way out of everything that does not fit.
 */
export async function readBlueprintFile(file: unknown): Promise<BlueprintContent> {
  if (!(file instanceof Blob) || file.size === 0) throw new Refusal('invalid', noFile)
  if (file.size > most) throw new Refusal('invalid', tooLarge)
  const result = blueprintRecord.safeParse(parsed(await file.text()), { reportInput: true })
  if (result.success) return fromBlueprintRecord(result.data)
  throw new Refusal('invalid', unfit, formFaults(result.error))
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) as unknown
  } catch {
    throw new Refusal('invalid', noJson)
  }
}

const noFile = { id: 'Pilih berkas JSON lebih dulu.', en: 'Choose a JSON file first.' }
const tooLarge = { id: 'Berkas ini lebih dari 2 MB.', en: 'This file is larger than 2 MB.' }
const noJson = {
  id: 'Berkas ini bukan JSON yang utuh. Unduh naskahnya untuk melihat bentuk yang benar.',
  en: 'This file is not whole JSON. Download the text to see the right form.',
}
const unfit = {
  id: 'Berkas ini belum mengikuti skema. Perbaiki yang disebut di bawah, lalu coba lagi.',
  en: 'This file does not follow the schema yet. Mend what is named below, then try again.',
}
