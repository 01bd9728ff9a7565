import type { AttachmentHolder } from '@semai/domain/attachments/attachment'

const words = { document: 'dokumen', commitment: 'komitmen', report: 'laporan', answer: 'jawaban' } as const

/** The page of the files of a record. */
export function attachmentsOf(holder: AttachmentHolder, key: string): string {
  return `/lampiran/${words[holder]}/${key}`
}

/** Which record an address means; null for a word that is none. */
export function holderIn(of: string): AttachmentHolder | null {
  const found = Object.entries(words).find(([, word]) => word === of)
  return found ? (found[0] as AttachmentHolder) : null
}
