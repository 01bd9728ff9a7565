import { error } from '@sveltejs/kit'
import type { Handle } from '@sveltejs/kit/hooks'
import { formBytes, megabytes, pieceBytes } from '@semai/domain/files/file-limits'
import { files } from './files.ts'

/** More than any text that can be typed here. */
const usualBytes = 524_288

/** Five thousand lines of a sheet, with their texts. */
const sheetBytes = 4_194_304

/** Routes that take files; all others take texts. */
const larger: Readonly<Record<string, () => number>> = {
  '/kebutuhan/aduan': () => sheetBytes,
  '/kelola/lembar': () => sheetBytes,
  '/instansi/[slug]/pengelolaan/tulis': () => formBytes(files().limits),
  '/kelola/instansi/impor': () => 2_500_000,
  '/lampiran/[of]/[key]': () => formBytes(files().limits),
  '/lampiran/[of]/[key]/kiriman/[upload]': () => pieceBytes + 1_000,
  '/naskah/[id]/berkas': () => formBytes(files().limits),
  '/naskah/[id]/berkas/kiriman/[upload]': () => pieceBytes + 1_000,
}

/**
 * What is too large for its route is refused by the length it announces, before a byte of it is read; what announces none
 * is refused too, since browsers always do. No page of ours is rendered then, so the message is in the reader's language. That no more arrives than was announced is Node's own rule.
 */
export const bodyLimit: Handle = ({ event, resolve }) => {
  const { request, route, locals } = event
  if (request.body === null) return resolve(event)
  const most = Object.hasOwn(larger, route.id ?? '') ? larger[route.id!]!() : usualBytes
  const announced = request.headers.get('content-length')
  if (announced === null) error(411, noLength[locals.lang], { says: noLength })
  if (Number(announced) <= most) return resolve(event)
  const says = {
    id: `Sekali kirim paling banyak ${megabytes(most, 'id')}. Kembali ke halaman sebelumnya, lalu kirim berkas satu per satu atau perkecil dulu.`,
    en: `At most ${megabytes(most, 'en')} can be sent at once. Go back to the page before and send files one by one, or make them smaller first.`,
  }
  error(413, says[locals.lang], { says })
}

const noLength = {
  id: 'Kiriman ini tidak menyebut panjangnya. Kirim lagi dengan kepala Content-Length.',
  en: 'This does not say how long it is. Send it again with the header Content-Length.',
}
