import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import type { Block, OfficialDocument } from '@semai/domain/documents/official-document'
import { dots } from '@semai/domain/documents/official-document'
import { dateWords } from '@semai/domain/time/date-words'

type Part = Paragraph | Table

/** The same document for a word processor, so that an office can go on writing in it. */
export function writeDocx(
  document: OfficialDocument,
  { code, track }: { code: string; track: string },
): Promise<Buffer> {
  const foot = new Paragraph({
    children: [
      new TextRun({ text: `Kode pelacakan ${code} (bukan tanda tangan elektronik): ${track}`, size: 16 }),
    ],
  })
  return Packer.toBuffer(
    new Document({
      title: `${document.title}: ${document.subject}`,
      creator: 'Semai',
      styles: { default: { document: { run: { font: 'Times New Roman', size: 24 } } } },
      numbering: { config: (['number', 'letter'] as const).map(listMarks) },
      sections: [
        {
          properties: { page: { size: { width: 11906, height: 16838 } } },
          footers: { default: new Footer({ children: [foot] }) },
          children: [
            ...document.letterhead.map((line) => centred(line, true)),
            ruled(),
            ...(document.layout === 'letter' ? letterHead(document) : titledHead(document)),
            ...document.body.flatMap((one, i) => block(one, i)),
            ...signatures(document),
            ...copies(document.copies),
          ],
        },
      ],
    }),
  )
}

function listMarks(marks: 'number' | 'letter') {
  const level = {
    level: 0,
    format: marks === 'number' ? LevelFormat.DECIMAL : LevelFormat.LOWER_LETTER,
    text: '%1.',
    alignment: AlignmentType.LEFT,
    style: { paragraph: { indent: { left: 567, hanging: 397 } } },
  }
  return { reference: marks, levels: [level] }
}

function text(words: string, isBold = false): Paragraph {
  return new Paragraph({ spacing: { after: 120 }, children: [new TextRun({ text: words, bold: isBold })] })
}

function centred(words: string, isBold = false): Paragraph {
  const lines = words.split('\n')
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    children: lines.map((line, i) => new TextRun({ text: line, bold: isBold, ...(i > 0 && { break: 1 }) })),
  })
}

function ruled(): Paragraph {
  return new Paragraph({
    spacing: { after: 240 },
    border: { bottom: { style: BorderStyle.SINGLE, size: 12, space: 1, color: '000000' } },
  })
}

function letterHead({ number, day, place, subject, to }: OfficialDocument): Part[] {
  const dated = new Paragraph({
    alignment: AlignmentType.RIGHT,
    children: [new TextRun(`${place ?? dots}, ${dateWords('id', day)}`)],
  })
  const rows = [
    ['Nomor', number ?? dots],
    ['Sifat', 'Biasa'],
    ['Lampiran', '-'],
    ['Hal', subject],
  ] as const
  return [dated, ...labelled(rows), text(''), text('Yth.'), ...to.map((line) => text(line))]
}

function titledHead({ title, number, subject }: OfficialDocument): Part[] {
  return [
    centred(title, true),
    centred(`Nomor: ${number ?? dots}`),
    centred('tentang'),
    centred(subject, true),
    text(''),
  ]
}

/** A list starts its numbers anew: `instance` tells one from another. */
function block(one: Block, instance: number): Part[] {
  switch (one.kind) {
    case 'paragraph':
      return [
        new Paragraph({
          alignment: AlignmentType.JUSTIFIED,
          spacing: { after: 160 },
          children: [new TextRun(one.text)],
        }),
      ]
    case 'heading':
      return one.isCentred ? [centred(one.text, true)] : [text(one.text, true)]
    case 'points':
      return one.points.map(
        (words) =>
          new Paragraph({
            numbering: { reference: one.marks, level: 0, instance },
            children: [new TextRun(words)],
          }),
      )
    case 'labelled':
      return labelled(one.rows)
    case 'table':
      return [grid([one.head, ...one.rows]), text('')]
  }
}

function labelled(rows: readonly (readonly [string, string])[]): Paragraph[] {
  return rows.map(
    ([label, words]) =>
      new Paragraph({
        tabStops: [{ type: 'left', position: 2268 }],
        indent: { left: 2381, hanging: 2381 },
        spacing: { after: 80 },
        children: [new TextRun(`${label}\t: ${words}`)],
      }),
  )
}

function grid(rows: readonly (readonly string[])[]): Table {
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: rows.map(
      (cells, i) =>
        new TableRow({
          tableHeader: i === 0,
          children: cells.map((words) => new TableCell({ children: [text(words, i === 0)] })),
        }),
    ),
  })
}

function signatures({ signatories, layout, place, day }: OfficialDocument): Part[] {
  const dated =
    layout === 'titled'
      ? [
          new Paragraph({
            alignment: AlignmentType.RIGHT,
            children: [new TextRun(`${place ?? dots}, ${dateWords('id', day)}`)],
          }),
        ]
      : []
  const none = { style: BorderStyle.NONE, size: 0, color: 'FFFFFF' }
  const borders = { top: none, bottom: none, left: none, right: none }
  const cells = signatories.map(({ post, name }) => [
    centred(post),
    text(''),
    text(''),
    centred(name ?? dots, true),
  ])
  const padded = cells.length === 1 ? [[text('')], ...cells] : cells
  const table = new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [
      new TableRow({
        cantSplit: true,
        children: padded.map((children) => new TableCell({ borders, children })),
      }),
    ],
  })
  return [text(''), ...dated, table]
}

function copies(given: readonly string[]): Part[] {
  return given.length === 0
    ? []
    : [text(''), text('Tembusan:'), ...block({ kind: 'points', points: given, marks: 'number' }, 99)]
}
