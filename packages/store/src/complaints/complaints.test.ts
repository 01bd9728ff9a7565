import { withoutPersonal } from '@semai/domain/complaints/without-personal'
import { complaintThemeForm } from '@semai/domain/complaints/complaint-theme.form'
import { complaintThemeLifecycle } from '@semai/domain/complaints/complaint-theme.lifecycle'
import type { ComplaintTheme } from '@semai/domain/complaints/complaint-theme.lifecycle'
import { agencies, cast } from '@semai/testkit/cast'
import { countedQueries } from '@semai/testkit/counted-queries'
import { goldenMatrix } from '@semai/testkit/golden-matrix'
import { codeOf } from '@semai/testkit/outcome'
import { castAgencies, castPeople } from '@semai/testkit/people'
import { now } from '@semai/testkit/scene'
import { testDb } from '@semai/testkit/test-db'
import { beforeEach, expect, test } from 'vitest'
import { needPage } from '../needs/need.queries.ts'
import { proposedThemes } from './proposed-themes.ts'
import { labelledComplaints, labelledFiles, tellingWords } from './labelled-complaints.ts'
import { shippedComplaintWords } from './shipped-complaint-words.ts'
import { importComplaints } from './complaint-import.commands.ts'
import { takeThemeStep, useThemeAsEvidence } from './complaint-theme.commands.ts'
import { complaintImportPage, complaintImports, needsBeingWritten } from './complaint-theme.queries.ts'

const { db, pool, owner, clear } = await testDb()
const author = cast.author
const organisationId = agencies.healthOffice

beforeEach(async () => {
  await clear()
  await castAgencies(owner.db)
  await castPeople(owner.db, ['author', 'local admin', 'hub', 'mentor', 'author elsewhere'])
})

const all = labelledFiles.flatMap((file) => labelledComplaints(file))
const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`
/** As an export looks: identities in columns of their own, and in the texts. */
const exported = (texts: readonly string[]) =>
  Buffer.from(
    [
      'Tracking ID,Nama Pelapor,NIK,No HP,Alamat,Tanggal Laporan,Kategori,Instansi Terdisposisi,Isi Laporan',
      ...texts.map((text, i) =>
        [
          `LPR-${i}`,
          'Zulkarnaen Wiratmaja',
          '3201999988887777',
          '081299998888',
          'Jl. Rahasia 77',
          `${(i % 28) + 1}/1${i % 2}/2033`,
          'Kesehatan',
          'Dinas Rekaan',
          text,
        ]
          .map(quoted)
          .join(','),
      ),
    ].join('\n'),
  )
const load = (
  bytes = exported(all.map(({ text }) => text)),
  actor: (typeof cast)[keyof typeof cast] = author,
) => importComplaints(db, actor, { organisationId, bytes, now })

/** What is drawn or measured, and holds any four digits by chance: ids, and fractions of a second. */
const byChance = /\b[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\b|(?<=:\d\d)\.\d+/g

/** Every value of every column of every table, as text in lower case, without what stands there by chance. */
async function wholeText(): Promise<string> {
  const { rows: tables } = await pool.query<{ name: string }>(
    `select quote_ident(tablename) as name from pg_tables where schemaname = 'public' order by 1`,
  )
  const parts: string[] = []
  for (const { name } of tables) {
    const { rows } = await owner.pool.query<{ text: string }>(`select t::text as text from ${name} t`)
    parts.push(...rows.map(({ text }) => text))
  }
  return parts.join('\n').toLowerCase().replaceAll(byChance, '')
}

test('of 266 texts with people in them nothing personal is in any column of any table, whole or word by word', async () => {
  const people = await wholeText() // the cast has names too
  const before = new Set(people.match(/[\p{L}\d]+/gu))
  const id = await load()
  const { themes } = await complaintImportPage(db, author, { id, now })
  for (const { id: theme, revision, name, sector } of themes.slice(0, 5)) {
    await takeThemeStep(db, author, {
      said: { theme, revision, name, sector, step: 'keep', example0: 'on' },
      now,
    })
    await useThemeAsEvidence(db, author, { theme, need: '', now })
  }
  const text = await wholeText()
  // Shorter ones are looked for as words below.
  const whole = all.flatMap(({ personal }) => personal).filter((part) => part.length > 4)
  const found = whole.filter((part) => tellingWords(part).length > 0 && text.includes(part.toLowerCase()))
  expect(found.filter((part) => !people.includes(part.toLowerCase()))).toEqual([])
  const there = new Set(text.match(/[\p{L}\d]+/gu))
  const innocent = new Set(
    all.flatMap(
      ({ text, personal }) =>
        personal
          .reduce((left, part) => left.replace(part, ' '), text)
          .toLowerCase()
          .match(/[\p{L}\d]+/gu) ?? [],
    ),
  )
  const left = all.flatMap(({ personal }) => personal.flatMap(tellingWords))
  // Small numbers are counts and days of the rows themselves.
  expect(
    left.filter(
      (word) => there.has(word) && !before.has(word) && !innocent.has(word) && !/^\d{1,3}$/.test(word),
    ),
  ).toEqual([])
  for (const identity of [
    'zulkarnaen',
    'wiratmaja',
    '3201999988887777',
    '081299998888',
    'rahasia',
    'lpr-',
    'nama pelapor',
  ])
    expect(text).not.toContain(identity)
})

test('themes are proposed with number, months and whole sentences; what was read is shown by known names only', async () => {
  const page = await complaintImportPage(db, author, { id: await load(), now })
  expect(page.columns).toEqual({
    text: 'isi laporan',
    day: 'tanggal laporan',
    service: 'kategori',
    agency: 'instansi terdisposisi',
  })
  expect([page.unread, page.complaints]).toEqual([5, 266])
  expect(page.themes.reduce((sum, { complaints }) => sum + complaints, page.alone)).toBe(266)
  expect(page.themes.slice(0, 4).map(({ words }) => words[0])).toEqual(['jalan', 'air', 'ktp', 'sampah'])
  for (const { complaints, examples, monthFrom, monthTo } of page.themes) {
    expect(complaints).toBeGreaterThanOrEqual(3)
    expect(examples.join(' ')).not.toContain('…')
    expect(monthFrom! <= monthTo!).toBe(true)
  }
})

test('of the labelled texts three in four stand with most of their kind', async () => {
  const labelled = new Map(all.map(({ theme }, i) => [i, theme]))
  const words = shippedComplaintWords()
  const complaints = all.map(({ text }, i) => ({
    text: withoutPersonal(text, words),
    month: null,
    sector: null,
    agency: '',
    region: labelled.get(i)!,
  }))
  const { themes } = proposedThemes(complaints, words)
  const most = themes.map(({ members }) =>
    Math.max(...[...Map.groupBy(members, ({ region }) => region).values()].map(({ length }) => length)),
  )
  const placed = themes.reduce((sum, { members }) => sum + members.length, 0)
  expect(most.reduce((sum, n) => sum + n, 0) / placed).toBeGreaterThan(0.74)
})

test('who may do what with a theme, in every state', () => {
  const owned = {
    ownerPath: [agencies.healthOffice, agencies.regency, agencies.province],
    provinceCode: null,
  }
  expect(goldenMatrix(complaintThemeLifecycle, (state: ComplaintTheme['state']) => ({ ...owned, state })))
    .toMatchInlineSnapshot(`
    "proposed --keep--> kept: author, local admin, hub, mentor
    proposed --discard--> discarded: author, local admin, hub, mentor
    kept --keep--> kept: author, local admin, hub, mentor
    kept --discard--> discarded: author, local admin, hub, mentor"
  `)
})

test('only who writes needs of the organisation reads its complaints', async () => {
  const id = await load()
  for (const [name, actor] of Object.entries(cast)) {
    const isTheirs = ['author', 'local admin', 'hub', 'mentor'].includes(name)
    expect(await codeOf(complaintImportPage(db, actor, { id, now })), name).toBe(
      isTheirs ? 'done' : 'not-found',
    )
    expect((await complaintImports(db, actor)).length, name).toBe(isTheirs ? 1 : 0)
    expect(await codeOf(load(undefined, actor)), name).toBe(isTheirs ? 'done' : 'forbidden')
    if (isTheirs) await owner.pool.query('delete from complaint_theme where import_id <> $1', [id])
    if (isTheirs) await owner.pool.query('delete from complaint_import where id <> $1', [id])
  }
})

test('a theme is named, keeps the ticked sentences, and becomes evidence of a new need or of one being written', async () => {
  const { themes } = await complaintImportPage(db, author, { id: await load(), now })
  const keep = (theme: (typeof themes)[number], name: string) =>
    takeThemeStep(db, author, {
      said: complaintThemeForm.parse({
        theme: theme.id,
        revision: theme.revision,
        step: 'keep',
        name,
        sector: 'roads_transport',
        example1: 'on',
      }),
      now,
    })
  const [first, second] = [themes[0]!, themes[1]!]
  expect(await codeOf(useThemeAsEvidence(db, author, { theme: first.id, need: '', now }))).toBe('conflict')
  await keep(first, 'Jalan berlubang')
  expect(await codeOf(keep(first, 'Sekali lagi'))).toBe('conflict')
  const need = await useThemeAsEvidence(db, author, { theme: first.id, need: '', now })
  const page = await needPage(db, author, { id: need, now })
  expect([page.title, page.origin, page.content.baseline, page.content.statement]).toEqual([
    'Jalan berlubang',
    'complaints',
    first.complaints,
    first.examples[1],
  ])
  expect(page.content.evidence).toBe(
    `Tema aduan warga "Jalan berlubang": ${first.complaints} aduan, Oktober 2033 sampai November 2033.`,
  )
  await keep(second, 'Air mati')
  expect((await needsBeingWritten(db, organisationId)).map(({ id }) => id)).toEqual([need])
  await useThemeAsEvidence(db, author, { theme: second.id, need, now })
  expect((await needPage(db, author, { id: need, now })).content.evidence?.split('\n')).toHaveLength(2)
  expect(await codeOf(useThemeAsEvidence(db, author, { theme: second.id, need, now }))).toBe('conflict')
  const events = await owner.db.selectFrom('audit_event').select('what').orderBy('id').execute()
  expect(events.map(({ what }) => what)).toEqual([
    'complaint.import',
    'complaint_theme.keep',
    'complaint_theme.use',
    'complaint_theme.keep',
    'complaint_theme.use',
  ])
})

test.each([
  ['no column of texts', 'a,b\n1,2'],
  ['two complaints are no theme', 'isi laporan\nlampu mati\nlampu mati'],
  ['no rows', 'isi laporan'],
  ['no sheet', 'isi laporan\n"lampu'],
])('%s: refused with what to do, nothing of the file in the sentence', async (_, file) => {
  const problem = await load(Buffer.from(file)).catch((caught: { code: string; message: string }) => caught)
  expect(problem).toMatchObject({ code: 'invalid' })
  expect(JSON.stringify(problem)).not.toContain('lampu')
  expect(await owner.db.selectFrom('audit_event').select('what').execute()).toEqual([])
})

test('the list costs one query and the page of a file two', async () => {
  const id = await load()
  expect(await countedQueries(db, (db) => complaintImports(db, author))).toBe(1)
  expect(await countedQueries(db, (db) => complaintImportPage(db, author, { id, now }))).toBe(2)
})
