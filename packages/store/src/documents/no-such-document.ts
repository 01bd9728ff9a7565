import { Refusal } from '@semai/domain/refusal'

/** The same answer for a code of nobody and for one of another record. */
export function noSuchDocument(): Refusal {
  return new Refusal('not-found', {
    id: 'Tidak ada dokumen dengan kode ini. Periksa lagi hurufnya.',
    en: 'There is no document with this code. Check its letters.',
  })
}
