import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { tmpdir } from 'node:os'
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest'
import { copyQuality } from '@semai/analytics/similarity/copy-quality'
import { Refusal } from '@semai/domain/refusal'
import { copyFinderOf, judgedCopies } from './judged-copies.ts'
import { run } from './near-copies.ts'

const catalogue = join(import.meta.dirname, '../../../../data/catalogue/innovations.csv')
const labelled = (name: string) => join(import.meta.dirname, 'labelled-copies', name)
const folder = mkdtempSync(join(tmpdir(), 'near-copies-'))

afterAll(() => rmSync(folder, { recursive: true }))
afterEach(() => vi.restoreAllMocks())

function file(name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

/** What the command prints, line by line. */
async function printed(...argv: string[]): Promise<string[]> {
  const lines: string[] = []
  vi.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line))
  expect(await run(argv)).toBe(0)
  return lines
}

const texts = file(
  'texts.csv',
  `id,title,abstract
1,PIRING SIMBAH,"Lansia miskin yang hidup sebatang kara menerima makanan bergizi gratis setiap hari. Warung tetangga memasak, kader mengantar ke rumah, tanpa dipungut bayaran."
2,RANTANG BARU,"Kami mereplikasi Rantang Kasih milik Kabupaten Banyuwangi: makanan bergizi diantar setiap hari kepada lansia miskin sebatang kara."
3,ORGEL PASAR,"Seniman memperbaiki orgel tua di pasar kota dan memainkannya tiap senja."
`,
)

test('one line of JSON a text: a copy, a replica that says so, and neither', async () => {
  const lines = await printed('--texts', texts, '--against', catalogue, '--json', '--limit', '2')
  const answers = lines.map(
    (line) => JSON.parse(line) as { id: string; copy: boolean; results: { id: string }[] },
  )
  expect(answers.map(({ id, copy, results }) => [id, copy, results.length])).toEqual([
    ['1', true, 2],
    ['2', false, 2],
    ['3', false, 2],
  ])
  expect(answers.slice(0, 2).map(({ results }) => results[0]?.id)).toEqual(['INV-0044', 'INV-0044'])
})

test('a replica names the sentence that discloses it', async () => {
  const [, second] = await printed('--texts', texts, '--against', catalogue, '--json')
  expect(JSON.parse(second!)).toMatchObject({ disclosed: expect.stringMatching(/^Kami mereplikasi/) })
})

test('passages stand side by side', async () => {
  const [first] = await printed('--texts', texts, '--against', catalogue, '--json', '--aligned')
  const { results } = JSON.parse(first!) as { results: { aligned: { text: string; words: string[][] }[] }[] }
  expect(results[0]?.aligned[0]).toMatchObject({
    text: 'Lansia miskin yang hidup sebatang kara menerima makanan bergizi gratis setiap hari.',
    words: expect.arrayContaining([['lansia', 'lansia']]),
  })
})

test('a collection with other columns, of which only some are there', async () => {
  const against = file(
    'own.csv',
    'kode,isi\n7,Makanan bergizi gratis diantar setiap hari bagi lansia miskin sebatang kara.\n',
  )
  const lines = await printed(
    '--texts',
    texts,
    '--against',
    against,
    '--columns',
    'id=kode,does=isi',
    '--json',
  )
  expect(JSON.parse(lines[0]!)).toMatchObject({ results: [{ id: '7' }] })
})

test('a threshold of 1 flags nothing', async () => {
  const lines = await printed('--texts', texts, '--against', catalogue, '--json', '--threshold', '1')
  expect(lines.map((line) => (JSON.parse(line) as { copy: boolean }).copy)).toEqual([false, false, false])
})

test('without a collection: pairs of texts', async () => {
  const twice = file(
    'twice.csv',
    `id,abstract\na,Bidan menyalakan alarm menjelang persalinan.\nb,Nelayan melihat peta ikan.\nc,Bidan menyalakan alarm menjelang persalinan.\n`,
  )
  const [line, ...more] = await printed('--texts', twice, '--json')
  expect([JSON.parse(line!), more]).toEqual([{ a: 'a', b: 'c', score: expect.closeTo(0.6, 0) }, []])
})

test.each([
  [['--texts', texts, '--against', catalogue, '--columns', 'nama=x'], /^--columns takes PART=COLUMN/],
  [['--texts', texts, '--against', texts], /no column "summary_id"/],
  [['--texts', texts, '--against', catalogue, '--threshold', '2'], /^--threshold takes a number from 0 to 1/],
  [['--against', catalogue], /^Give --texts/],
])('a refusal says what is wrong: %#', async (argv, says) => {
  const problem = await run(argv).catch((problem: unknown) => problem)
  expect(problem).toBeInstanceOf(Refusal)
  expect((problem as Refusal).message).toMatch(says)
})

describe('labelled texts, at the shipped threshold', async () => {
  const finder = await copyFinderOf(catalogue)

  test.each(['tuning.csv', 'held-out.csv'])(
    '%s: nine of ten flags are right, four of five copies found',
    async (name) => {
      const quality = copyQuality(await judgedCopies(finder, labelled(name)))
      expect(quality.precision).toBeGreaterThanOrEqual(0.9)
      expect(quality.recall).toBeGreaterThanOrEqual(0.8)
      expect(quality.falseAlarms.replica_disclosed).toBeUndefined()
    },
  )

  test('unseen.csv: most sources come first, though few retellings are flagged', async () => {
    const quality = copyQuality(await judgedCopies(finder, labelled('unseen.csv')))
    expect(quality.sourceAt3.right).toBeGreaterThanOrEqual(12)
    expect(quality.falseAlarms.replica_disclosed).toBeUndefined()
  })
})
