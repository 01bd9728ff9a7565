import { inflateSync } from 'node:zlib'

/** The words of a PDF as our writer makes them: its streams unpacked, the hexadecimal strings of its text read. */
export function pdfWords(pdf: Buffer): string {
  const text = pdf.toString('latin1')
  const streams = [...text.matchAll(/stream\n([\s\S]*?)\nendstream/g)].flatMap(([, body]) => {
    try {
      return [inflateSync(Buffer.from(body!, 'latin1')).toString('latin1')]
    } catch {
      return [] // not packed
    }
  })
  return streams
    .flatMap((stream) => [...stream.matchAll(/\[(.*?)\] TJ/g)])
    .map(([, shown]) =>
      [...shown!.matchAll(/<([\da-f]*)>/g)]
        .map(([, hex]) => Buffer.from(hex!, 'hex').toString('latin1'))
        .join(''),
    )
    .join(' ')
    .replaceAll(/\s+/g, ' ')
}
