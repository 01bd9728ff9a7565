import { fail } from '@sveltejs/kit'
import type { ActionFailure, RequestEvent } from '@sveltejs/kit'
import { Refusal } from '@semai/domain/refusal'
import type { FieldFault } from '@semai/domain/refusal'
import type { Says } from '@semai/domain/text/says'
import { explain } from '@semai/store/db/trouble'
import { statusOf } from './answer.ts'
import type { NotAccepted } from './answer.ts'

/**
 * The files of a plain form belong to the record, each by itself: one that is not taken in keeps no other back.
 * @returns what was refused, by name and sentence; null when nothing was.
 */
export async function attachForm(
  { request }: RequestEvent,
  attach: (given: { bytes: Buffer; name: string }) => Promise<unknown>,
): Promise<ActionFailure<NotAccepted> | null> {
  try {
    const given = await request.formData().catch(unreadable)
    const chosen = given.getAll('files').filter((one) => typeof one !== 'string' && one.name !== '') as File[]
    if (chosen.length === 0)
      throw new Refusal('invalid', nothingChosen, [{ field: 'files', says: nothingChosen }])
    const faults: FieldFault[] = []
    for (const file of chosen) {
      const bytes = Buffer.from(await file.arrayBuffer())
      const attached = attach({ bytes, name: file.name })
      await attached.catch((problem: unknown) => faults.push(faultOf(problem, file.name)))
    }
    return faults.length === 0 ? null : fail(422, { typed: {}, faults, says: notAll })
  } catch (problem) {
    if (!(problem instanceof Refusal)) throw problem
    return fail(statusOf[problem.code], { typed: {}, faults: problem.faults, says: problem.says })
  }
}

/** A file that is not taken in is one fault of the form; that the record cannot be changed at all is the whole answer. */
function faultOf(problem: unknown, name: string): FieldFault {
  const says = problem instanceof Refusal && problem.code === 'invalid' ? problem.says : storeTrouble(problem)
  const short = name.toWellFormed().slice(0, 80)
  return { field: 'files', says: { id: `${short}: ${says.id}`, en: `${short}: ${says.en}` } }
}

/** A full disk or a bucket that is silent is for the operator to mend, and for the sender to try again. */
function storeTrouble(problem: unknown): Says {
  const trouble = explain(problem)
  if (trouble === null) throw problem
  console.error(JSON.stringify({ at: new Date().toISOString(), level: 'error', trouble }))
  return {
    id: 'Tempat penyimpanan sedang tidak dapat dihubungi. Coba lagi sebentar; bila tetap gagal, beri tahu pengelola.',
    en: 'The file store cannot be reached right now. Try again shortly; if it keeps failing, tell the operator.',
  }
}

function unreadable(): never {
  throw new Refusal('invalid', {
    id: 'Kiriman ini tidak tiba utuh. Pilih berkasnya lagi, lalu kirim.',
    en: 'This did not arrive whole. Choose the files again and send them.',
  })
}

const nothingChosen = {
  id: 'Pilih sedikitnya satu berkas.',
  en: 'Choose at least one file.',
}
const notAll = { id: 'Ada berkas yang tidak diterima.', en: 'Some files were not accepted.' }
