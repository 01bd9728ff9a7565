import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { crc32, createDeflateRaw } from 'node:zlib'

/** A file of an archive: its text is taken piece by piece. */
export type ZipPart = { name: string; pieces: AsyncIterable<string> | Iterable<string> }

type Written = { name: Buffer; crc: number; compressed: number; size: number; offset: number }

/** 1 January 1980, the earliest day the format knows: the same data gives the same bytes. */
const dosDate = 0x0021
/** Names in UTF-8; sizes follow the data, since they are not known when it begins. */
const flags = 0x0808
const deflate = 8

/**
 * A zip archive written as it is read: memory does not grow with it. Up to 4 GB in all.
 * Source: APPNOTE.TXT 6.3.10, 4.3.7, 4.3.9, 4.3.12 and 4.3.16.
 */
export async function* zipped(parts: Iterable<ZipPart>): AsyncGenerator<Uint8Array> {
  const directory: Written[] = []
  let offset = 0
  for (const { name, pieces } of parts) {
    const entry: Written = { name: Buffer.from(name), crc: 0, compressed: 0, size: 0, offset }
    const head = localHeader(entry.name)
    yield head
    for await (const chunk of deflated(pieces, entry)) yield chunk
    const tail = descriptor(entry)
    yield tail
    offset += head.length + entry.compressed + tail.length
    directory.push(entry)
  }
  const listing = Buffer.concat(directory.map(directoryEntry))
  yield listing
  yield endOfDirectory(directory.length, listing.length, offset)
}

async function* deflated(pieces: ZipPart['pieces'], entry: Written): AsyncGenerator<Uint8Array> {
  const squeeze = createDeflateRaw()
  const fed = pipeline(Readable.from(measured(pieces, entry), { objectMode: false }), squeeze)
  fed.catch(() => undefined) // awaited below; when the reader leaves early nobody is left to hear it
  for await (const chunk of squeeze as AsyncIterable<Buffer>) {
    entry.compressed += chunk.length
    yield chunk
  }
  await fed
}

async function* measured(pieces: ZipPart['pieces'], entry: Written): AsyncGenerator<Buffer> {
  for await (const piece of pieces) {
    const bytes = Buffer.from(piece)
    entry.crc = crc32(bytes, entry.crc)
    entry.size += bytes.length
    if (bytes.length > 0) yield bytes
  }
}

function localHeader(name: Buffer): Buffer {
  return Buffer.concat([
    fields([0x04034b50, 4], [20, 2], ...common(), [0, 4], [0, 4], [0, 4], [name.length, 2], [0, 2]),
    name,
  ])
}

function descriptor({ crc, compressed, size }: Written): Buffer {
  return fields([0x08074b50, 4], [crc, 4], [compressed, 4], [size, 4])
}

function directoryEntry({ name, crc, compressed, size, offset }: Written): Buffer {
  const sizes: Field[] = [
    [crc, 4],
    [compressed, 4],
    [size, 4],
  ]
  const rest: Field[] = [
    [name.length, 2],
    [0, 2],
    [0, 2],
    [0, 2],
    [0, 2],
    [0, 4],
    [offset, 4],
  ]
  return Buffer.concat([fields([0x02014b50, 4], [20, 2], [20, 2], ...common(), ...sizes, ...rest), name])
}

function endOfDirectory(count: number, length: number, offset: number): Buffer {
  return fields([0x06054b50, 4], [0, 2], [0, 2], [count, 2], [count, 2], [length, 4], [offset, 4], [0, 2])
}

type Field = readonly [value: number, bytes: 2 | 4]

function common(): Field[] {
  return [
    [flags, 2],
    [deflate, 2],
    [0, 2],
    [dosDate, 2],
  ]
}

function fields(...list: Field[]): Buffer {
  const buffer = Buffer.alloc(list.reduce((sum, [, bytes]) => sum + bytes, 0))
  let at = 0
  for (const [value, bytes] of list) at = buffer.writeUIntLE(value, at, bytes)
  return buffer
}
