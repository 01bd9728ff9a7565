import { crc32, deflateSync } from 'node:zlib'

/** A file in a ZIP: its name and content, and, for what must be refused, another size in the directory. */
export type ZipPart = { name: string; content: string | Buffer; saysUnpacked?: number; flags?: number }

/** A ZIP whose files are not packed, written as office programs do. */
export function aZip(parts: readonly ZipPart[]): Buffer {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const { name, content, saysUnpacked, flags = 0 } of parts) {
    const data = Buffer.from(content)
    const unpacked = saysUnpacked ?? data.length
    const about = Buffer.alloc(26)
    about.writeUInt16LE(20, 0)
    about.writeUInt16LE(flags, 2)
    about.writeUInt32LE(crc32(data), 10)
    about.writeUInt32LE(data.length, 14)
    about.writeUInt32LE(unpacked, 18)
    about.writeUInt16LE(Buffer.byteLength(name), 22)
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), about, Buffer.from(name), data])
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(at, 10)
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002'), u16(20), about, rest, Buffer.from(name)]))
    files.push(local)
    at += local.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(parts.length, 4)
  end.writeUInt16LE(parts.length, 6)
  end.writeUInt32LE(listed.length, 8)
  end.writeUInt32LE(at, 12)
  return Buffer.concat([...files, listed, Buffer.from('PK\u0005\u0006'), end])
}

/** A text document as Word writes it, with other parts beside. */
export function aDocx(more: readonly ZipPart[] = []): Buffer {
  return aZip([
    { name: '[Content_Types].xml', content: '<Types/>' },
    { name: 'word/document.xml', content: '<w:document/>' },
    ...more,
  ])
}

/** A text document as LibreOffice writes it. */
export function anOdt(): Buffer {
  const mimetype = { name: 'mimetype', content: 'application/vnd.oasis.opendocument.text' }
  return aZip([mimetype, { name: 'content.xml', content: '<office:document-content/>' }])
}

/** A PDF of one empty page with a title. */
export function aPdf(title = 'SOP'): Buffer {
  return Buffer.from(
    `%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n` +
      `3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\n4 0 obj<</Title(${title})>>endobj\n` +
      `trailer<</Root 1 0 R/Info 4 0 R>>\n%%EOF\n`,
    'latin1',
  )
}

/** Red, green and blue, each from 0 to 255. */
export type Colour = readonly [number, number, number]

/** A PNG whose every pixel is asked for. */
export function aPng(width: number, height: number, colourAt: (x: number, y: number) => Colour): Buffer {
  const rows = Buffer.alloc(height * (1 + width * 3))
  for (let y = 0, at = 0; y < height; y++) {
    at++ // each row begins with the filter "none"
    for (let x = 0; x < width; x++) for (const part of colourAt(x, y)) rows[at++] = part
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 2], 8)
  const begin = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    begin,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}

function u16(value: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16LE(value)
  return bytes
}
