import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  LevelFormat,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
} from 'docx'
import type { IParagraphOptions } from 'docx'
import type { Block, OfficialDocument } from '@semai/domain/documents/official-document'
import { dots } from '@semai/domain/documents/official-document'
import { printableDocument } from '@semai/domain/documents/printable'
import {
  addressed,
  datedAt,
  figureColumns,
  footLine,
  letterRows,
  signedAt,
  titleLines,
} from './printed-words.ts'

type Part = Paragraph | Table
type Grid = Extract<Block, { kind: 'table' }>

/** A4 in twentieths of a point, with the margins of the PDF. */
const paper = { width: 11906, height: 16838 }
const margin = { left: 1440, right: 1140, top: 1140, bottom: 1440 }
const line = paper.width - margin.left - margin.right

/** The same document for a word processor, so that an office can go on writing in it. */
export function writeDocx(
  given: OfficialDocument,
  { code, track }: { code: string; track: string },
): Promise<Buffer> {
  const document = printableDocument(given)
  return Packer.toBuffer(
    new Document({
      title: `${document.title}: ${document.subject}`,
      creator: 'Semai',
      styles: { default: { document: { run: { font: 'Times New Roman', size: 24 } } } },
      numbering: { config: (['number', 'letter'] as const).map(listMarks) },
      sections: [
        {
          properties: { page: { size: paper, margin } },
          footers: { default: new Footer({ children: [foot(footLine({ code, track }))] }) },
          children: [
            ...letterhead(document.letterhead),
            ...(document.layout === 'letter' ? letterHead(document) : titledHead(document)),
            ...document.body.flatMap((one, i) =>
              block(one, { instance: i, isLetter: document.layout === 'letter' }),
            ),
            ...signatures(document),
            ...copies(document.copies),
          ],
        },
      ],
    }),
  )
}

function foot(words: string): Paragraph {
  const page = ['Halaman ', PageNumber.CURRENT, ' dari ', PageNumber.TOTAL_PAGES]
  return new Paragraph({
    tabStops: [{ type: TabStopType.RIGHT, position: line }],
    border: { top: { style: BorderStyle.SINGLE, size: 4, space: 4, color: '000000' } },
    children: [new TextRun({ text: `${words}\t`, size: 16 }), new TextRun({ children: page, size: 16 })],
  })
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

type Style = { isBold?: boolean; size?: number } & Omit<IParagraphOptions, 'children'>

/** A paragraph; what is on lines of its own stays so. */
function text(words: string, { isBold = false, size, ...options }: Style = {}): Paragraph {
  const lines = words.split('\n')
  const run = { bold: isBold, ...(size !== undefined && { size }) }
  return new Paragraph({
    spacing: { after: 60 },
    ...options,
    children: lines.map((one, i) => new TextRun({ text: one, ...run, ...(i > 0 && { break: 1 }) })),
  })
}

const centred = (words: string, style: Style = {}) =>
  text(words, { alignment: AlignmentType.CENTER, ...style })

/** The name of the office and nothing else: seal and address are on its own paper. */
function letterhead(lines: readonly string[]): Paragraph[] {
  const last = lines.length - 1
  return lines.map((words, i) =>
    centred(words, {
      isBold: i === last,
      size: i === last ? 30 : 26,
      spacing: { after: i === last ? 320 : 0 },
      ...(i === last && {
        border: { bottom: { style: BorderStyle.THICK_THIN_MEDIUM_GAP, size: 18, space: 6, color: '000000' } },
      }),
    }),
  )
}

function letterHead(document: OfficialDocument): Part[] {
  const head = row(
    [
      [labelled(letterRows(document), 1160), (line * 3) / 5],
      [[text(datedAt(document), { alignment: AlignmentType.RIGHT })], (line * 2) / 5],
    ],
    { isBare: true },
  )
  return [
    new Table({ width: { size: line, type: WidthType.DXA }, rows: [head] }),
    text(''),
    ...addressed(document).map((words) => text(words)),
    text(''),
  ]
}

function titledHead(document: OfficialDocument): Part[] {
  return [
    centred(document.title, { isBold: true, size: 26 }),
    ...titleLines(document).map(({ text: words, isBold }) => centred(words, { isBold })),
    text(''),
  ]
}

/** A list starts its numbers anew: `instance` tells one from another. */
function block(one: Block, { instance, isLetter }: { instance: number; isLetter: boolean }): Part[] {
  switch (one.kind) {
    case 'paragraph':
      return [
        text(one.text, {
          alignment: AlignmentType.JUSTIFIED,
          spacing: { after: 160, line: 288, lineRule: LineRuleType.AUTO },
          ...(isLetter && { indent: { firstLine: 720 } }),
        }),
      ]
    case 'heading': {
      const style = { isBold: true, keepNext: true, spacing: { before: 160, after: 100 } }
      return [one.isCentred ? centred(one.text, style) : text(one.text, style)]
    }
    case 'points':
      return one.points.map((words) =>
        text(words, { numbering: { reference: one.marks, level: 0, instance } }),
      )
    case 'labelled':
      return [...labelled(one.rows, 2480), text('')]
    case 'table':
      return [grid(one), text('')]
  }
}

function labelled(rows: readonly (readonly [string, string])[], labels: number): Paragraph[] {
  return rows.map(([label, words]) =>
    text(`${label}\t:\t${words}`, {
      tabStops: [labels, labels + 180].map((position) => ({ type: TabStopType.LEFT, position })),
      indent: { left: labels + 180, hanging: labels + 180 },
      spacing: { after: 60 },
    }),
  )
}

/** A table whose head comes again on every page, and whose rows stay whole. */
function grid(table: Grid): Table {
  const { head, rows, widths = head.map(() => 1) } = table
  const isFigure = figureColumns(table)
  const all = widths.reduce((sum, one) => sum + one, 0)
  const columns = widths.map((one) => Math.round((line * one) / all))
  const cells = (words: readonly string[], isHead: boolean) =>
    words.map((one, i): [Paragraph[], number] => [
      [
        isHead
          ? centred(one, { isBold: true, size: 21, spacing: { after: 0 } })
          : text(one, {
              size: 21,
              spacing: { after: 0 },
              ...(isFigure[i] && { alignment: AlignmentType.CENTER }),
            }),
      ],
      columns[i]!,
    ])
  return new Table({
    width: { size: line, type: WidthType.DXA },
    columnWidths: columns,
    margins: { top: 60, bottom: 60, left: 90, right: 90 },
    rows: [row(cells(head, true), { isHead: true }), ...rows.map((one) => row(cells(one, false), {}))],
  })
}

const none = { style: BorderStyle.NONE, size: 0, color: 'FFFFFF' }
const bare = { top: none, bottom: none, left: none, right: none }
const shaded = { type: ShadingType.CLEAR, color: 'auto', fill: 'ECECEC' }

function row(
  cells: readonly (readonly [Paragraph[], number])[],
  { isHead = false, isBare = false }: { isHead?: boolean; isBare?: boolean },
): TableRow {
  return new TableRow({
    cantSplit: true,
    tableHeader: isHead,
    children: cells.map(
      ([children, size]) =>
        new TableCell({
          children,
          width: { size: Math.round(size), type: WidthType.DXA },
          ...(isBare && { borders: bare }),
          ...(isHead && { shading: shaded }),
        }),
    ),
  })
}

function signatures(document: OfficialDocument): Part[] {
  const dated = signedAt(document).map((words) => centred(words))
  const signed = document.signatories.map(({ post, name }) => [
    centred(`${post},`),
    ...[1, 2, 3].map(() => text('')), // room for a stamp, a hand or a code of the office's own system
    centred(name ?? dots, { isBold: name !== null }),
  ])
  const half = line / 2
  const only = signed.length === 1 ? [[text('')], ...signed] : signed
  const above = row(
    [
      [[text('')], half],
      [dated, half],
    ],
    { isBare: true },
  )
  const below = row(
    only.map((part): [Paragraph[], number] => [part, half]),
    { isBare: true },
  )
  const rows = dated.length === 0 ? [below] : [above, below]
  return [text(''), new Table({ width: { size: line, type: WidthType.DXA }, rows })]
}

function copies(given: readonly string[]): Part[] {
  return given.length === 0
    ? []
    : [
        text(''),
        text('Tembusan:', { keepNext: true }),
        ...block({ kind: 'points', points: given, marks: 'number' }, { instance: 999, isLetter: false }),
      ]
}
