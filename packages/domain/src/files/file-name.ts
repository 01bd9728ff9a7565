import { extensionOf } from './file-kind.ts'
import type { FileKind } from './file-kind.ts'

const longest = 100

/** Control characters, those that turn the direction of text, and those that no line shows. */
// oxlint-disable-next-line no-control-regex
const unseen = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g
/** What some system or header gives a meaning to. */
const meaningful = /[<>:"|?*;%`$&'{}\\/]/g

/**
 * A name that is safe in a folder, a header and a page, and ends as its kind does: without path, hidden or turning
 * characters, at most 100 characters before its ending. Never empty.
 * @example cleanName('..\\rahasia/laporan\u202efdp.exe', 'pdf') // 'laporanfdp.exe.pdf'
 */
export function cleanName(given: string, kind: FileKind): string {
  const base = given.toWellFormed().normalize('NFC').split(/[\\/]/).at(-1) ?? ''
  const plain = base.replace(unseen, '').replace(meaningful, ' ').replace(/\s+/g, ' ')
  const ending = extensionOf[kind]
  const known = kind === 'jpeg' ? /\.jpe?g$/i : new RegExp(`\\.${ending}$`, 'i')
  const stem = [...plain.replace(known, '')].slice(0, longest).join('')
  const trimmed = stem.replace(/^[\s.~-]+|[\s.]+$/g, '')
  return `${trimmed === '' ? 'berkas' : trimmed}.${ending}`
}

/**
 * The header that gives a download its name: plain letters for old readers, the whole name for all others.
 * @example disposition('Surat Keputusan.pdf') // `attachment; filename="Surat Keputusan.pdf"; filename*=UTF-8''Surat%20Keputusan.pdf`
 */
export function disposition(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/[^\x20-\x7e]/g, '')
    .replace(/["\\]/g, '')
  const whole = encodeURIComponent(name).replace(/['()*]/g, (one) => `%${one.charCodeAt(0).toString(16)}`)
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`
}
