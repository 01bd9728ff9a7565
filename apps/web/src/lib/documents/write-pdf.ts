import pdfmake from 'pdfmake'
import type { Block, PrintedDocument, Signatory } from '@semai/domain/documents/official-document'
import { dots } from '@semai/domain/documents/official-document'
import { printableDocument } from '@semai/domain/documents/printable'
import type { Lang } from '#lib/site/lang.ts'
import {
  addressed,
  datedAt,
  figureColumns,
  footLine,
  letterRows,
  signedAt,
  titleLines,
} from './printed-words.ts'

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

/** A4 in points, with the margins of official letters: the left one for the binder. */
const width = 595.28
const margin = { left: 72, right: 57, top: 57, bottom: 72 }
const line = width - margin.left - margin.right

/** A document on A4 in the layout of an office, with the tracking code at the foot, or words of its own. `track` is the whole address it leads to. */
export function writePdf(
  given: PrintedDocument,
  footed: { code: string; track: string } | { foot: string },
): Promise<Buffer> {
  const document = printableDocument(given)
  const { lang = 'id' } = document
  return pdfmake
    .createPdf({
      pageSize: 'A4',
      pageMargins: [margin.left, margin.top, margin.right, margin.bottom],
      info: { title: `${document.title}: ${document.subject}` },
      lang,
      defaultStyle: { font: 'Times', fontSize: 12, lineHeight: 1.2 },
      footer: (page: number, pages: number) =>
        foot('foot' in footed ? footed.foot : footLine(footed), pageWords[lang](page, pages)),
      pageBreakBefore: isLeftAlone,
      content: [
        ...letterhead(document.letterhead),
        ...(document.layout === 'letter' ? letterHead(document) : titledHead(document)),
        ...bodyAndSignatures(document),
        ...copies(document.copies),
      ],
    })
    .getBuffer()
}

const pageWords: Record<Lang, (page: number, pages: number) => string> = {
  id: (page, pages) => `Halaman ${page} dari ${pages}`,
  en: (page, pages) => `Page ${page} of ${pages}`,
}

/** A heading at the foot of a page goes to the next one, with what it is about. */
function isLeftAlone(
  { headlineLevel }: { headlineLevel?: number },
  { getFollowingNodesOnPage }: { getFollowingNodesOnPage: () => readonly unknown[] },
): boolean {
  return headlineLevel === 1 && getFollowingNodesOnPage().length === 0
}

function foot(left: string, right: string): Content {
  return {
    margin: [margin.left, 14, margin.right, 0],
    stack: [
      rule(0.5),
      {
        fontSize: 8,
        margin: [0, 4, 0, 0],
        columns: [
          { width: '*', text: left },
          { width: 80, alignment: 'right', text: right },
        ],
      },
    ],
  }
}

function rule(lineWidth: number, y = 0): Content {
  return { canvas: [{ type: 'line', x1: 0, y1: y, x2: line, y2: y, lineWidth }] }
}

/** The name of the office and nothing else: seal and address are on its own paper. */
function letterhead(lines: readonly string[]): Content[] {
  const last = lines.length - 1
  return [
    ...lines.map((text, i) => ({
      text,
      alignment: 'center',
      bold: i === last,
      fontSize: i === last ? 15 : 13,
      lineHeight: 1.1,
    })),
    {
      canvas: [
        { type: 'line', x1: 0, y1: 6, x2: line, y2: 6, lineWidth: 2 },
        { type: 'line', x1: 0, y1: 8.5, x2: line, y2: 8.5, lineWidth: 0.5 },
      ],
      margin: [0, 0, 0, 16],
    },
  ]
}

function letterHead(document: PrintedDocument): Content[] {
  return [
    {
      columns: [
        { width: '*', ...labelled(letterRows(document), 58) },
        { width: 216, alignment: 'right', text: datedAt(document), margin: [0, 2, 0, 0] },
      ],
      columnGap: 8,
      margin: [0, 0, 0, 18],
    },
    { stack: addressed(document), margin: [0, 0, 0, 16] },
  ]
}

function titledHead(document: PrintedDocument): Content[] {
  const lines = titleLines(document)
  return [
    { text: document.title, alignment: 'center', bold: true, fontSize: 13 },
    ...lines.map(({ text, isBold }, i) => ({
      text,
      alignment: 'center',
      bold: isBold,
      margin: [0, 2, 0, i === lines.length - 1 ? 18 : 0],
    })),
  ]
}

/** Nobody signs a page on which nothing else stands: what is said last goes along with who signs. */
function bodyAndSignatures(document: PrintedDocument): Content[] {
  const { body, layout } = document
  const last = body.at(-1)
  const isShort = last?.kind === 'paragraph' && last.text.length < 900
  const from = body.length - (isShort ? (body.at(-2)?.kind === 'heading' ? 2 : 1) : 0)
  const written = body.map((one) => block(one, layout === 'letter'))
  return [
    ...written.slice(0, from),
    { unbreakable: true, stack: [...written.slice(from), signatures(document)] },
  ]
}

function block(one: Block, isLetter: boolean): Content {
  const below = [0, 0, 0, 8]
  switch (one.kind) {
    case 'paragraph':
      return { text: one.text, alignment: 'justify', margin: below, ...(isLetter && { leadingIndent: 36 }) }
    case 'heading':
      return {
        text: one.text,
        bold: true,
        headlineLevel: 1,
        alignment: one.isCentred ? 'center' : 'left',
        margin: [0, 8, 0, 5],
      }
    case 'points': {
      const marks = one.marks === 'letter' ? { type: 'lower-alpha' } : {}
      return { ol: one.points.map((text) => ({ text, margin: [4, 0, 0, 2] })), ...marks, margin: below }
    }
    case 'labelled':
      return { ...labelled(one.rows, 118), margin: below }
    case 'table':
      return grid(one)
  }
}

function labelled(rows: readonly (readonly [string, string])[], labels: number): Content {
  return {
    table: {
      widths: [labels, 4, '*'],
      body: rows.map(([label, text]) => [label, ':', text]),
      dontBreakRows: true,
    },
    layout: { defaultBorder: false, paddingLeft: () => 0, paddingTop: () => 1.5, paddingBottom: () => 1.5 },
  }
}

/** A table whose head comes again on every page, and whose rows stay whole. */
function grid(table: Extract<Block, { kind: 'table' }>): Content {
  const { head, rows, widths = head.map(() => 1), isWhole = false } = table
  const isFigure = figureColumns(table)
  const all = widths.reduce((sum, one) => sum + one, 0)
  const free = line - 8.5 * head.length - 0.5
  return {
    fontSize: 10.5,
    lineHeight: 1.15,
    margin: [0, 2, 0, 10],
    unbreakable: isWhole,
    table: {
      headerRows: 1,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      widths: widths.map((one) => (free * one) / all),
      body: [
        head.map((text) => ({ text, bold: true, alignment: 'center', fillColor: '#ececec' })),
        ...rows.map((cells) => cells.map((text, i) => (isFigure[i] ? { text, alignment: 'center' } : text))),
      ],
    },
    layout: { hLineWidth: () => 0.5, vLineWidth: () => 0.5, paddingTop: () => 3, paddingBottom: () => 3 },
  }
}

function signatures(document: PrintedDocument): Content {
  if (document.signatories.length === 0) return { text: '' }
  const columns = document.signatories.map(signature)
  const padded = columns.length === 1 ? [{ width: '*', text: '' }, ...columns] : columns
  const dated = signedAt(document).map((text) => ({ text, alignment: 'center' }))
  const above = {
    columns: [
      { width: '*', text: '' },
      { width: '*', stack: dated },
    ],
    columnGap: 24,
  }
  return {
    margin: [0, 26, 0, 0],
    stack: [...(dated.length === 0 ? [] : [above]), { columns: padded, columnGap: 24, margin: [0, 2, 0, 0] }],
  }
}

/** Room for a stamp, a hand or a code of the office's own system. */
function signature({ post, name }: Signatory): Content {
  return {
    width: '*',
    alignment: 'center',
    stack: [`${post},`, { text: name ?? dots, bold: name !== null, margin: [0, 60, 0, 0] }],
  }
}

function copies(given: readonly string[]): Content[] {
  return given.length === 0
    ? []
    : [{ unbreakable: true, fontSize: 11, margin: [0, 22, 0, 0], stack: ['Tembusan:', { ol: [...given] }] }]
}
