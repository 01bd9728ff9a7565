import pdfmake from 'pdfmake'
import type { Block, OfficialDocument } from '@semai/domain/documents/official-document'
import { dots } from '@semai/domain/documents/official-document'
import { dateWords } from '@semai/domain/time/date-words'

// One of the fonts every reader of PDF has: no font file travels along, and offices know its look.
pdfmake.setFonts({
  Times: {
    normal: 'Times-Roman',
    bold: 'Times-Bold',
    italics: 'Times-Italic',
    bolditalics: 'Times-BoldItalic',
  },
})
// What is written comes from the record alone.
pdfmake.setUrlAccessPolicy(() => false)
pdfmake.setLocalAccessPolicy((path) => /^Times-\w+$/.test(path))

type Content = { readonly [key: string]: unknown }

/** A document on A4 in the layout of an office, with the tracking code at the foot. `track` is the whole address it leads to. */
export function writePdf(
  document: OfficialDocument,
  { code, track }: { code: string; track: string },
): Promise<Buffer> {
  return pdfmake
    .createPdf({
      pageSize: 'A4',
      pageMargins: [72, 56, 56, 64],
      info: { title: `${document.title}: ${document.subject}` },
      lang: 'id',
      defaultStyle: { font: 'Times', fontSize: 12, lineHeight: 1.25 },
      footer: (page: number, pages: number) => ({
        margin: [72, 16, 56, 0],
        fontSize: 8,
        columns: [
          { width: '*', text: `Kode pelacakan ${code} (bukan tanda tangan elektronik): ${track}` },
          { width: 'auto', text: `${page}/${pages}` },
        ],
      }),
      content: [
        ...letterhead(document.letterhead),
        ...(document.layout === 'letter' ? letterHead(document) : titledHead(document)),
        ...document.body.map(block),
        signatures(document),
        ...copies(document.copies),
      ],
    })
    .getBuffer()
}

function letterhead(lines: readonly string[]): Content[] {
  return [
    ...lines.map((text, i) => ({ text, alignment: 'center', bold: true, fontSize: i === 0 ? 14 : 13 })),
    {
      canvas: [{ type: 'line', x1: 0, y1: 4, x2: 467, y2: 4, lineWidth: 1.5 }],
      margin: [0, 0, 0, 12],
    },
  ]
}

function letterHead({ number, day, place, subject, to }: OfficialDocument): Content[] {
  const rows = [
    ['Nomor', number ?? dots],
    ['Sifat', 'Biasa'],
    ['Lampiran', '-'],
    ['Hal', subject],
  ]
  return [
    {
      columns: [
        {
          width: '*',
          ...labelled(
            rows.map(([label, text]) => [label!, text!] as const),
            60,
          ),
        },
        { width: 170, alignment: 'right', text: `${place ?? dots}, ${dateWords('id', day)}` },
      ],
      margin: [0, 0, 0, 16],
    },
    { stack: ['Yth.', ...to], margin: [0, 0, 0, 12] },
  ]
}

function titledHead({ title, number, subject }: OfficialDocument): Content[] {
  return [
    { text: title, alignment: 'center', bold: true, fontSize: 13 },
    { text: `Nomor: ${number ?? dots}`, alignment: 'center' },
    { text: 'tentang', alignment: 'center', margin: [0, 6, 0, 0] },
    { text: subject, alignment: 'center', bold: true, margin: [0, 0, 0, 14] },
  ]
}

function block(one: Block): Content {
  const margin = [0, 0, 0, 8]
  switch (one.kind) {
    case 'paragraph':
      return { text: one.text, alignment: 'justify', margin }
    case 'heading':
      return {
        text: one.text,
        bold: true,
        alignment: one.isCentred ? 'center' : 'left',
        margin: [0, 6, 0, 6],
      }
    case 'points':
      return { ol: [...one.points], ...(one.marks === 'letter' && { type: 'lower-alpha' }), margin }
    case 'labelled':
      return { ...labelled(one.rows, 110), margin }
    case 'table':
      return {
        table: {
          headerRows: 1,
          widths: one.head.map(() => '*'),
          body: [one.head.map((text) => ({ text, bold: true })), ...one.rows.map((cells) => [...cells])],
        },
        margin,
      }
  }
}

function labelled(rows: readonly (readonly [string, string])[], width: number): Content {
  return {
    table: { widths: [width, 6, '*'], body: rows.map(([label, text]) => [label, ':', text]) },
    layout: 'noBorders',
  }
}

function signatures({ signatories, layout, place, day }: OfficialDocument): Content {
  const dated = layout === 'titled' ? [`${place ?? dots}, ${dateWords('id', day)}`] : []
  const columns = signatories.map(({ post, name }) => ({
    width: '*',
    alignment: 'center',
    stack: [post, '\n\n\n', { text: name ?? dots, bold: true }],
  }))
  const padded = columns.length === 1 ? [{ width: '*', text: '' }, ...columns] : columns
  return {
    unbreakable: true,
    margin: [0, 24, 0, 0],
    stack: [
      ...dated.map((text) => ({ text, alignment: 'right', margin: [0, 0, 0, 6] })),
      { columns: padded },
    ],
  }
}

function copies(given: readonly string[]): Content[] {
  return given.length === 0 ? [] : [{ margin: [0, 18, 0, 0], stack: ['Tembusan:', { ol: [...given] }] }]
}
