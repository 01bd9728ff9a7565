import { z } from 'zod'
import { isPicture } from '../files/file-kind.ts'
import type { FileKind } from '../files/file-kind.ts'
import type { Says } from '../text/says.ts'

export const attachmentHolders = ['document', 'commitment', 'report', 'answer'] as const
/**
 * The records that take a file: a document and a commitment their signed copy, a quarterly report its photographs, an answer of a round
 * its evidence.
 */
export type AttachmentHolder = (typeof attachmentHolders)[number]

/** How many files each takes: a signed copy that comes again takes the place of the first. */
export const mostAttachments: Record<AttachmentHolder, number> = {
  document: 1,
  commitment: 1,
  report: 10,
  answer: 5,
}

/** Why a file of this kind does not belong to such a record; null where it does. */
export function misplaced(holder: AttachmentHolder, kind: FileKind): Says | null {
  if (holder === 'answer') return null // whatever is taken in at all may be evidence
  if (holder === 'report') return isPicture(kind) ? null : noPicture
  return kind === 'pdf' || isPicture(kind) ? null : noScan
}

const noPicture: Says = {
  id: 'Foto harus JPEG, PNG, atau WebP. Dokumen lain tidak ditempatkan di sini.',
  en: 'A photograph is JPEG, PNG or WebP. Other documents do not belong here.',
}
const noScan: Says = {
  id: 'Salinan bertanda tangan harus PDF, atau foto atau pindaian JPEG, PNG, atau WebP.',
  en: 'A signed copy is a PDF, or a photograph or scan as JPEG, PNG or WebP.',
}

/** What a photograph shows, for those who do not see it. */
export const altForm = z.object({ id: z.uuid(), alt: z.string().trim().min(3).max(300) })
