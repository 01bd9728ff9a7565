import { afterAll, beforeAll, expect, test } from 'vitest'
import { agencies } from '@semai/testkit/cast'
import { castAgencies, castPeople } from '@semai/testkit/people'
import { anInnovation } from '@semai/testkit/scene'
import { openDatabase } from '@semai/store/db/open'
import { axeFindings } from './axe-findings.ts'
import { serveSite } from './served-site.ts'
import type { OwnSite } from './served-site.ts'
import { newPage, sql, walkOn } from './walk.ts'
import { see, signIn } from './walker.ts'

let site: OwnSite
const slugs = { with: 'antar-obat', without: 'jemput-berkas', double: 'jemput-berkas-lama' } as const

beforeAll(async () => {
  site = await serveSite()
  walkOn(site)
  const { db, close } = await openDatabase({ role: 'app', poolSize: 1 }, { SEMAI_DATA: site.data })
  await castAgencies(db)
  await castPeople(db, ['author', 'author elsewhere', 'local admin'], { is_demonstration: true })
  for (const [i, slug] of Object.values(slugs).entries()) {
    const given = { slug, name: `Inovasi ${slug}`, code: `INV-W${i}`, stage: 'implemented' as const }
    await anInnovation(db, { ...given, organisation_id: agencies.healthOffice, last_confirmed_on: null })
  }
  await close()
})

afterAll(() => site.stop())

/** What the trail says of a record and its hand-overs, in order. */
async function trailOf(slug: string): Promise<string[]> {
  const rows = await sql<{ what: string }>(
    `select what from audit_event a where subject_id = (select id::text from innovation where slug = $1)
      or detail->>'innovation' = (select id::text from innovation where slug = $1) order by a.id`,
    [slug],
  )
  return rows.map(({ what }) => what)
}

test.each([
  ['with scripts', true, slugs.with],
  ['without scripts', false, slugs.without],
] as const)('still running by link, handed over, stopped and resumed: %s', async (_, scripts, slug) => {
  const wayan = await newPage({ scripts })
  await signIn(wayan, 'local admin')
  await wayan.goto(`/inovasi/${slug}`)
  await wayan.click('text=Kelola catatan ini')
  await see(wayan, 'Belum pernah dikonfirmasi.')
  await wayan.click('button:has-text("Buat tautan")')
  const link = await wayan.locator('input[name=link]').inputValue()
  expect(await wayan.locator('textarea[name=message]').inputValue()).toContain(link)

  const tono = await newPage({ scripts })
  await tono.goto(link)
  await see(tono, `Inovasi ${slug}, Dinas Kesehatan Sukamaju`)
  expect(scripts ? await axeFindings(tono) : []).toEqual([])
  expect(await sql('select 1 from innovation_answer')).toHaveLength(scripts ? 0 : 1) // opening it answered nothing
  await tono.check('[name=answer][value=weakened]')
  await tono.fill('[name=name]', 'Tono')
  await tono.fill('[name=post]', 'Kepala seksi')
  await tono.click('main form button')
  await see(tono, 'Terima kasih, jawaban Anda tercatat.')
  await tono.goto(link)
  await tono.check('[name=answer][value=grown]')
  await tono.fill('[name=name]', 'Tono')
  await tono.fill('[name=post]', 'Kepala seksi')
  await tono.click('main form button')
  await see(tono, 'Tautan ini sudah dipakai.')
  expect(await tono.inputValue('[name=name]')).toBe('Tono')
  expect(await tono.isChecked('[name=answer][value=grown]')).toBe(true)

  const sari = await newPage({ scripts })
  await signIn(sari, 'author')
  await sari.goto(`/inovasi/${slug}/kelola`)
  await see(sari, 'dinyatakan lewat tautan')
  expect(scripts ? await axeFindings(sari) : []).toEqual([])
  await sari.click('summary:has-text("Serah terima")')
  await sari.selectOption('[name=to]', { label: 'Wayan Sudarma' })
  await sari.click('button:has-text("Serahkan")')
  await see(sari, 'Ditawarkan kepada Wayan Sudarma')

  await wayan.goto('/kerja')
  await wayan.click(`section[aria-label="Serah terima untuk Anda"] a:has-text("Inovasi ${slug}")`)
  await wayan.click('button:has-text("Terima, saya yang memegangnya")')
  await wayan.locator('section', { hasText: 'Penanggung jawab catatan' }).getByText('Wayan Sudarma').waitFor()

  await sari.goto(`/inovasi/${slug}/kelola`)
  await sari.click('summary:has-text("Sudah dihentikan")')
  const stop = sari.locator('details.step', { hasText: 'Sudah dihentikan' })
  await stop.locator('[name=cause]').selectOption('budget')
  await stop.locator('button').click()
  await see(sari, 'anggaran')
  await sari.click('button:has-text("Berjalan lagi")')
  await see(sari, 'berjalan lagi')
  expect(await trailOf(slug)).toEqual([
    'innovation.ask',
    'innovation.answer',
    'innovation_handover.offer',
    'innovation_handover.accept',
    'innovation.stop',
    'innovation.resume',
  ])
})

test('a sheet answers for all units, or says which row has to be mended', async () => {
  const wayan = await newPage({ scripts: false })
  await signIn(wayan, 'local admin')
  await wayan.click('text=Kebaruan catatan')
  const sheet = (answer: string) => ({
    name: 'kebaruan.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`kode,jawaban\r\nINV-W0,${answer}\r\n`),
  })
  await wayan.setInputFiles('[name=sheet]', sheet('iya'))
  await wayan.click('button:has-text("Kirim lembar")')
  await see(wayan, 'Baris 2: "iya" bukan jawaban.')
  await wayan.setInputFiles('[name=sheet]', sheet('berkembang'))
  await wayan.click('button:has-text("Kirim lembar")')
  await see(wayan, '1 jawaban tersimpan.')
  expect(await sql('select 1 from innovation_answer where way = $1', ['sheet'])).toHaveLength(1)
})

test('two records that are one: the address of the one leads to the other', async () => {
  const wayan = await newPage({ scripts: false })
  await signIn(wayan, 'local admin')
  await wayan.goto(`/inovasi/${slugs.double}/kelola`)
  await wayan.click('summary:has-text("Catatan ganda")')
  await wayan.fill('[name=into]', 'INV-W1')
  await wayan.fill('form[action="?/merge"] [name=reason]', 'Nama lama dari inovasi yang sama')
  await wayan.click('button:has-text("Gabungkan")')
  await wayan.waitForURL(`**/inovasi/${slugs.without}/kelola`)
  const anyone = await newPage({ scripts: false })
  await anyone.goto(`/inovasi/${slugs.double}`)
  expect(new URL(anyone.url()).pathname).toBe(`/inovasi/${slugs.without}`)
  await anyone.goto(`/inovasi/${slugs.without}/riwayat`)
  await see(anyone, 'belum pernah menerbitkan versi sendiri')
})

test('nobody of another institution looks after it, and nobody at all without signing in', async () => {
  const yusuf = await newPage({ scripts: false })
  await signIn(yusuf, 'author elsewhere')
  expect((await yusuf.goto(`/inovasi/${slugs.with}/kelola`))?.status()).toBe(404)
  const anyone = await newPage({ scripts: false })
  await anyone.goto(`/inovasi/${slugs.with}/kelola`)
  expect(new URL(anyone.url()).pathname).toBe('/masuk')
})
