/** What the directory of a ZIP says of one file in it. */
export type ZipEntry = { name: string; packed: number; unpacked: number; isEncrypted: boolean; start: number }

const END = 0x06054b50
const ENTRY = 0x02014b50
const LOCAL = 0x04034b50
const endBytes = 22
const zip64 = 0xffffffff
const mostEntries = 20_000

/**
 * The directory of a ZIP that is one thing from its first byte to its last: begins with a file, ends with its directory,
 * and no two files share bytes. Nothing is unpacked, so a bomb costs no more than any other. Office documents never
 * need ZIP64.
 * @returns null when it is not so.
 */
export function zipDirectory(bytes: Buffer): ZipEntry[] | null {
  const end = endOf(bytes)
  if (end === null || bytes.readUInt32LE(0) !== LOCAL) return null
  const count = bytes.readUInt16LE(end + 10)
  const size = bytes.readUInt32LE(end + 12)
  const from = bytes.readUInt32LE(end + 16)
  if (count === 0 || count > mostEntries || from + size !== end) return null
  const entries: ZipEntry[] = []
  let at = from
  for (let i = 0; i < count; i++) {
    const entry = entryAt(bytes, { at, end })
    if (entry === null) return null
    entries.push(entry.entry)
    at = entry.next
  }
  return at === end && standApart(bytes, entries, from) ? entries : null
}

/** Where the end record begins, when its comment reaches exactly to the last byte. */
function endOf(bytes: Buffer): number | null {
  for (let at = bytes.length - endBytes; at >= Math.max(0, bytes.length - endBytes - 0xffff); at--) {
    if (bytes.readUInt32LE(at) === END && at + endBytes + bytes.readUInt16LE(at + 20) === bytes.length)
      return at
  }
  return null
}

function entryAt(
  bytes: Buffer,
  { at, end }: { at: number; end: number },
): { entry: ZipEntry; next: number } | null {
  if (at + 46 > end || bytes.readUInt32LE(at) !== ENTRY) return null
  const [nameBytes, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset)) as [
    number,
    number,
    number,
  ]
  const next = at + 46 + nameBytes + extra + comment
  const [packed, unpacked, start] = [20, 24, 42].map((offset) => bytes.readUInt32LE(at + offset)) as [
    number,
    number,
    number,
  ]
  if (next > end || [packed, unpacked, start].includes(zip64)) return null
  const name = bytes.toString('utf8', at + 46, at + 46 + nameBytes)
  return {
    entry: { name, packed, unpacked, start, isEncrypted: (bytes.readUInt16LE(at + 8) & 1) === 1 },
    next,
  }
}

/** Each file lies after the one before, and its own header says the same name. */
function standApart(bytes: Buffer, entries: readonly ZipEntry[], directory: number): boolean {
  const ordered = entries.toSorted((a, b) => a.start - b.start)
  let free = 0
  for (const { start, packed, name } of ordered) {
    if (start < free || start + 30 > directory || bytes.readUInt32LE(start) !== LOCAL) return false
    const nameBytes = bytes.readUInt16LE(start + 26)
    const data = start + 30 + nameBytes + bytes.readUInt16LE(start + 28)
    if (bytes.toString('utf8', start + 30, start + 30 + nameBytes) !== name) return false
    free = data + packed
    if (free > directory) return false
  }
  return ordered[0]?.start === 0
}
