import { isUtf8 } from 'node:buffer'
import { fileTypeFromBuffer } from 'file-type'
import type { FileKind } from '@semai/domain/files/file-kind'
import type { FileFault } from '@semai/domain/files/file-refusal'
import { zipDirectory } from './zip-directory.ts'

/** So much of a file is looked at to tell what it begins as. */
const headBytes = 4_100
/** An office document unfolds to this many times its size at most; pictures in it hardly do at all. */
const mostUnfolding = 120
const mostUnfoldedBytes = 500_000_000

/** What a file is by its content, or why it is not taken in. Its name only decides between text and CSV. */
export async function kindOf(bytes: Buffer, name: string): Promise<FileKind | { fault: FileFault }> {
  if (bytes.length === 0) return { fault: 'empty' }
  if (bytes.toString('latin1', 0, 4) === 'PK\u0003\u0004') return zipKind(bytes)
  const found = await fileTypeFromBuffer(bytes.subarray(0, headBytes)).catch(() => undefined)
  const mime = found?.mime ?? ''
  if (mime === 'application/pdf') return pdfKind(bytes)
  if (mime === 'image/jpeg' || mime === 'image/png' || mime === 'image/webp') {
    return mime.slice('image/'.length) as FileKind
  }
  return found === undefined ? textKind(bytes, name) : { fault: faultOf(mime) }
}

/** Kinds that people do try, each with advice of its own. */
function faultOf(mime: string): FileFault {
  if (/^image\/(hei[cf]|avif)/.test(mime)) return 'heic'
  if (/^application\/(x-cfb|msword|vnd\.ms-)/.test(mime)) return 'old_office'
  if (/^(video|audio)\/|^image\/(gif|apng)|^application\/(ogg|mp4)/.test(mime)) return 'moving'
  if (/xml|svg|html/.test(mime)) return 'markup'
  if (/zip|rar|7z|compress|tar|^application\/(x-xz|x-lzip|zstd|x-bzip2)/.test(mime)) return 'archive'
  if (/x-msdownload|executable|x-elf|x-mach|wasm|x-sh|java|apk|deb/.test(mime)) return 'program'
  return 'unknown'
}

const openDocuments: Readonly<Record<string, FileKind>> = {
  'application/vnd.oasis.opendocument.text': 'odt',
  'application/vnd.oasis.opendocument.spreadsheet': 'ods',
  'application/vnd.oasis.opendocument.presentation': 'odp',
}
const officeDocuments: readonly (readonly [part: string, kind: FileKind])[] = [
  ['word/document.xml', 'docx'],
  ['xl/workbook.xml', 'xlsx'],
  ['ppt/presentation.xml', 'pptx'],
]
const programs =
  /(^|\/)(vbaProject\.bin|.*\.(exe|dll|js|jar|class|bat|cmd|ps1|vbs|scr|com|msi))$|^(Basic|Scripts)\//i

/** An office document is a ZIP that is one thing, unfolds reasonably, and carries no program. */
function zipKind(bytes: Buffer): FileKind | { fault: FileFault } {
  const entries = zipDirectory(bytes)
  if (entries === null) return { fault: 'damaged' }
  const unfolded = entries.reduce((sum, { unpacked }) => sum + unpacked, 0)
  if (unfolded > mostUnfoldedBytes || unfolded > mostUnfolding * bytes.length) return { fault: 'bomb' }
  const names = new Set(entries.map(({ name }) => name))
  const kind =
    openDocumentKind(bytes) ??
    (names.has('[Content_Types].xml') ? officeDocuments.find(([part]) => names.has(part))?.[1] : undefined)
  if (kind === undefined) return { fault: 'archive' }
  if (entries.some(({ isEncrypted }) => isEncrypted)) return { fault: 'encrypted' }
  return [...names].some((name) => programs.test(name)) ? { fault: 'macros' } : kind
}

/** OpenDocument begins with a file named `mimetype` that is not packed. */
function openDocumentKind(bytes: Buffer): FileKind | undefined {
  if (bytes.length < 38 || bytes.toString('latin1', 30, 38) !== 'mimetype') return undefined
  if (bytes.readUInt16LE(8) !== 0 || bytes.readUInt16LE(26) !== 8) return undefined
  const start = 38 + bytes.readUInt16LE(28)
  const size = bytes.readUInt32LE(18)
  return size < 100 ? openDocuments[bytes.toString('latin1', start, start + size)] : undefined
}

/** A PDF begins as one and ends as one; bytes of an archive behind it make it two things. */
function pdfKind(bytes: Buffer): FileKind | { fault: FileFault } {
  if (!bytes.toString('latin1', 0, 8).match(/^%PDF-[12]\./)) return { fault: 'damaged' }
  const tail = bytes.subarray(-2_048)
  if (!tail.includes('%%EOF')) return { fault: 'damaged' }
  if (bytes.subarray(-66_000).includes('PK\u0005\u0006', 0, 'latin1')) return { fault: 'disguised' }
  return /\/Encrypt\s*(\d+\s+\d+\s+R|<<)/.test(bytes.toString('latin1')) ? { fault: 'encrypted' } : 'pdf'
}

const markup = /^\s*(<\?xml|<!doctype|<!--|<(html|head|body|script|svg|iframe|style|meta|math|xsl)\b)/i
// oxlint-disable-next-line no-control-regex
const control = /[\u0000-\u0008\u000b\u000e-\u001a\u001c-\u001f\u007f]/

/** Text is UTF-8 without control characters that no text has, and no web page. */
function textKind(bytes: Buffer, name: string): FileKind | { fault: FileFault } {
  const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  if (isWide) return { fault: 'encoding' }
  if (!isUtf8(bytes)) return { fault: looksLikeText(bytes) ? 'encoding' : 'unknown' }
  const text = bytes.toString('utf8').replace(/^\ufeff/, '')
  if (control.test(text)) return { fault: 'unknown' }
  if (markup.test(text.slice(0, 1_000))) return { fault: 'markup' }
  if (text.startsWith('#!')) return { fault: 'program' }
  return /\.csv$/i.test(name) ? 'csv' : 'text'
}

/** Old encodings of letters: mostly printable, and no zero bytes. */
function looksLikeText(bytes: Buffer): boolean {
  const sample = bytes.subarray(0, headBytes)
  const odd = sample.filter((byte) => byte < 9 || (byte > 13 && byte < 32)).length
  return !sample.includes(0) && odd < sample.length / 100
}
