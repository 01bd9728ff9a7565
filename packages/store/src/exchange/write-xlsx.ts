import type { Cell } from '@semai/domain/exchange/flat-table'
import type { ExportSource } from './export-source.ts'
import { zipped, type ZipPart } from './zip-stream.ts'

/** Two columns of the notes sheet: what, and what is said about it. */
export type Notes = readonly (readonly [string, string])[]

/**
 * An Office Open XML workbook of two sheets, `data` and `notes`, written as it is read. Texts stay texts (a code
 * keeps its zero, a leading = is no formula); numbers are numbers. Beyond 1,048,575 rows spreadsheets can not open it.
 */
export function xlsxFile(source: ExportSource, notes: Notes): AsyncGenerator<Uint8Array> {
  const parts: ZipPart[] = [
    { name: '[Content_Types].xml', pieces: [contentTypes] },
    { name: '_rels/.rels', pieces: [packageLinks] },
    { name: 'xl/workbook.xml', pieces: [workbook] },
    { name: 'xl/_rels/workbook.xml.rels', pieces: [workbookLinks] },
    { name: 'xl/styles.xml', pieces: [styles] },
    { name: 'xl/worksheets/sheet1.xml', pieces: dataSheet(source) },
    { name: 'xl/worksheets/sheet2.xml', pieces: [sheet(notes.map((row, index) => xmlRow(row, index + 1)))] },
  ]
  return zipped(parts)
}

async function* dataSheet({ headings, pages }: ExportSource): AsyncGenerator<string> {
  yield `${sheetStart}${frozenHeader}<sheetData>`
  const names = headings.map(({ name }) => name)
  yield xmlRow(names, 1, bold)
  let number = 1
  for await (const page of pages) {
    yield page.map(({ cells }) => xmlRow(cells(), ++number)).join('')
  }
  yield sheetEnd
}

const frozenHeader =
  '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'

function sheet(rows: readonly string[]): string {
  return `${sheetStart}<sheetData>${rows.join('')}${sheetEnd}`
}

function xmlRow(values: readonly Cell[], number: number, style = plain): string {
  const cells = values.map((value, index) =>
    xmlCell(value, `r="${columnLetters(index)}${number}" s="${style}"`),
  )
  return `<row r="${number}">${cells.join('')}</row>`
}

function xmlCell(value: Cell, attributes: string): string {
  if (value === null) return ''
  if (typeof value === 'number') return `<c ${attributes}><v>${value}</v></c>`
  if (typeof value === 'boolean') return `<c ${attributes} t="b"><v>${value ? 1 : 0}</v></c>`
  return `<c ${attributes} t="inlineStr"><is><t xml:space="preserve">${xmlText(value)}</t></is></c>`
}

/** 0 is A, 26 is AA. */
function columnLetters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : columnLetters(Math.floor(index / 26) - 1) + last
}

function xmlText(text: string): string {
  const allowed = text.replace(unwritable, '').slice(0, longestCell)
  return allowed.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}

// oxlint-disable-next-line eslint/no-control-regex -- these are what XML 1.0 can not hold
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

/** Characters a cell can hold. */
const longestCell = 32_767

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const links = 'http://schemas.openxmlformats.org/package/2006/relationships'
const office = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

const sheetStart = `${declaration}<worksheet xmlns="${main}">`
const sheetEnd = '</sheetData></worksheet>'

const contentTypes =
  `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  `<Override PartName="/xl/workbook.xml" ContentType="${office}.sheet.main+xml"/>` +
  `<Override PartName="/xl/styles.xml" ContentType="${office}.styles+xml"/>` +
  `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${office}.worksheet+xml"/>` +
  `<Override PartName="/xl/worksheets/sheet2.xml" ContentType="${office}.worksheet+xml"/></Types>`

const packageLinks = `${declaration}<Relationships xmlns="${links}"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`

const workbook =
  `${declaration}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>` +
  '<sheet name="data" sheetId="1" r:id="rId1"/><sheet name="notes" sheetId="2" r:id="rId2"/></sheets></workbook>'

const workbookLinks =
  `${declaration}<Relationships xmlns="${links}">` +
  `<Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/>` +
  `<Relationship Id="rId2" Type="${relations}/worksheet" Target="worksheets/sheet2.xml"/>` +
  `<Relationship Id="rId3" Type="${relations}/styles" Target="styles.xml"/></Relationships>`

const plain = 0
/** For the header. */
const bold = 1

const styles =
  `${declaration}<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>` +
  '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill>' +
  '<fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders>' +
  '<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf fontId="0"/><xf fontId="1" applyFont="1"/></cellXfs></styleSheet>'
