import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readSheetFile } from './read-sheet.ts'
import { csvText } from './write-csv.ts'

test('a text that a spreadsheet would run is guarded, and reads back exactly', async () => {
  const texts = ['=1+1', "'=1+1", '- satu\n- dua', 'biasa, saja']
  const entry = { record: null, point: null, cells: () => [...texts, -7.5] }
  const headings = ['a', 'b', 'c', 'd', 'e'].map((name) => ({ name, says: { id: '', en: '' } }))
  let written = ''
  for await (const piece of csvText({ headings, pages: [[entry]] }, { bom: true })) written += piece
  expect(written.split('\r\n')[1]).toBe(`'=1+1,''=1+1,"'- satu\n- dua","biasa, saja",-7.5`)

  const folder = await mkdtemp(join(tmpdir(), 'semai-csv-'))
  try {
    const file = join(folder, 'rows.csv')
    await writeFile(file, written)
    expect((await readSheetFile(file)).sheet?.rows).toEqual([{ number: 2, cells: [...texts, '-7.5'] }])
  } finally {
    await rm(folder, { recursive: true })
  }
})
