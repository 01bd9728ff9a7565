import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { castAgencies, castPeople } from '@semai/testkit/people'
import { openDatabase } from '@semai/store/db/open'
import { axeFindings } from './axe-findings.ts'
import { serveSite } from './served-site.ts'
import type { OwnSite } from './served-site.ts'
import { newPage, sql, walkOn } from './walk.ts'
import { see, signIn } from './walker.ts'

let site: OwnSite

beforeAll(async () => {
  site = await serveSite()
  walkOn(site)
  const { db, close } = await openDatabase({ role: 'app', poolSize: 1 }, { SEMAI_DATA: site.data })
  await castAgencies(db)
  await castPeople(db, ['author', 'local admin', 'mentor'], { is_demonstration: true })
  await close()
})

afterAll(() => site.stop())

/** Fills in a need; `urgency` is left to the caller. */
async function fillNeed(page: Page, title: string): Promise<void> {
  await page.fill('[name=title]', title)
  await page.selectOption('[name=sector]', 'social')
  await page.fill(
    '[name=statement]',
    'Ada 212 orang tua sebatang kara yang makan sekali sehari dan tidak kuat memasak.',
  )
  await page.fill('[name=evidence]', 'Pendataan desa 2025')
  for (const part of ['impact', 'authority', 'readiness']) await page.selectOption(`[name=${part}]`, '4')
}

test.each([
  ['with scripts', true],
  ['without scripts', false],
])('%s a need is written, stated, matched, weighed and decided', async (way, scripts) => {
  const author = await newPage({ scripts })
  await signIn(author, 'author')
  await author.goto('/kebutuhan')
  await author.click('text=Tulis kebutuhan')
  await author.waitForURL('**/kebutuhan/baru')
  await fillNeed(author, `Lansia sendirian tidak makan ${way}`)
  await author.fill('[name=baseline]', 'banyak')
  await author.click('main form button')
  await see(author, 'Tulis angka seperti 1.250 atau 12,5.')
  expect(await author.inputValue('[name=title]')).toBe(`Lansia sendirian tidak makan ${way}`)
  await author.fill('[name=baseline]', '1.250,5')
  await author.click('main form button')
  await author.waitForURL(/\/kebutuhan\/[\da-f-]{36}$/)
  const address = new URL(author.url()).pathname
  await see(author, 'Belum dapat dihitung')
  await see(author, 'Isi dulu masalahnya')
  await author.click('text=Ubah isinya')
  await author.waitForURL('**/ubah')
  expect(await author.inputValue('[name=baseline]')).toBe('1.250,5')
  await author.selectOption('[name=urgency]', '5')
  await author.click('main form button')
  await author.waitForURL(`**${address}`)
  await author.getByRole('button', { name: 'Nyatakan', exact: true }).click()
  await author.locator('.tags', { hasText: 'Dinyatakan' }).waitFor()

  const anyone = await newPage({ scripts })
  await anyone.goto('/kebutuhan?layanan=social')
  await anyone.click(`text=Lansia sendirian tidak makan ${way}`)
  await anyone.waitForURL(`**${address}`)
  await see(anyone, '83 dari 100')
  await anyone.click('text=Lihat inovasi yang cocok')
  await anyone.waitForURL('**/padanan')
  const first = anyone.locator('ol.rows > li').first()
  await first.locator('text=Rantang Kasih').waitFor()
  await first.locator('text=Kecocokan kuat').waitFor()
  expect(await anyone.locator('text=Bandingkan').count()).toBe(0)

  const admin = await newPage({ scripts })
  await signIn(admin, 'local admin')
  await admin.goto(`${address}/padanan`)
  await admin.locator('ol.rows > li').first().locator('button').click()
  await admin.locator('#tabel ~ form').waitFor()
  for (const select of await admin.locator('form[action="?/save"] select').all())
    await select.selectOption('4')
  await admin.locator('form[action="?/save"] input[name=w-fit]').fill('150')
  await admin.click('text=Simpan dan hitung')
  await see(admin, 'Nilai terbesar 100.')
  await admin.locator('form[action="?/save"] input[name=w-fit]').fill('40')
  await admin.click('text=Simpan dan hitung')
  await admin.locator('tfoot', { hasText: '75' }).waitFor()
  await admin.fill('form[action="?/decide"] [name=present]', 'Sekda, Dinas Sosial')
  await admin.fill('form[action="?/decide"] [name=reason]', 'Paling cocok dan dapat dimulai tahun ini.')
  await admin.click('text=Tetapkan')
  await admin.waitForURL(`**${address}#keputusan`)
  await see(admin, 'Paling cocok dan dapat dimulai tahun ini.')
  const [{ n }] = (await sql<{ n: number }>('select count(*)::int as n from need_decision')) as [
    { n: number },
  ]
  expect(n).toBeGreaterThan(0)
})

test('a mentor records a sitting and adds a need to it; a sheet is imported and its faults named', async () => {
  const mentor = await newPage({ scripts: false })
  await signIn(mentor, 'mentor')
  await mentor.goto('/kebutuhan/sesi/baru')
  await mentor.selectOption('[name=organisation]', { label: 'Dinas Kesehatan Sukamaju' })
  await mentor.fill('[name=present]', 'Dinas Kesehatan, Bappeda')
  await mentor.fill('[name=minute]', 'Tiga masalah dibahas, satu dicatat hari ini.')
  await mentor.click('main form button')
  await mentor.waitForURL(/\/kebutuhan\/sesi\/[\da-f-]{36}$/)
  await mentor.click('text=Tambah kebutuhan')
  await mentor.waitForURL('**/kebutuhan/baru?**')
  await fillNeed(mentor, 'Obat tidak sampai ke pulau')
  await mentor.click('main form button')
  await mentor.waitForURL(/\/kebutuhan\/sesi\/[\da-f-]{36}$/)
  await see(mentor, 'Obat tidak sampai ke pulau')

  await mentor.goto('/kebutuhan/impor')
  const send = async (text: string) => {
    await mentor.selectOption('[name=kind]', 'themes')
    await mentor.setInputFiles('[name=sheet]', {
      name: 'tema.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(text),
    })
    await mentor.click('main form button')
  }
  await send('tema,jumlah,periode,contoh\nObat kosong,banyak,2025,\n')
  await see(mentor, 'Baris 2: Jumlah "banyak" bukan banyaknya aduan.')
  await send('tema,jumlah,periode,contoh\nObat kosong,37,2025,\n')
  await see(mentor, '1 dibuat, 0 diperbarui')
  const imported = await sql<{ origin: string }>(`select origin from need where title = 'Obat kosong'`)
  expect(imported).toEqual([{ origin: 'complaints' }])
})

test('pages of needs have no barriers and fit a small screen', async () => {
  const page = await newPage()
  await signIn(page, 'local admin')
  const [{ id }] = (await sql<{ id: string }>(`select id from need where state = 'decided' limit 1`)) as [
    { id: string },
  ]
  const [{ draft }] = (await sql<{ draft: string }>(
    `select id as draft from need where state = 'draft' limit 1`,
  )) as [{ draft: string }]
  const paths = [
    '',
    '?keadaan=unmet',
    '/baru',
    '/impor',
    '/sesi/baru',
    `/${id}`,
    `/${id}/padanan`,
    `/${draft}/ubah`,
  ]
  for (const lang of ['', '/en']) {
    for (const path of paths) {
      await page.setViewportSize({ width: 360, height: 800 })
      await page.goto(`${lang}/kebutuhan${path}`)
      expect(await axeFindings(page), `${lang}${path}`).toEqual([])
      const width = await page.evaluate(() => document.documentElement.scrollWidth)
      expect(width, `${lang}${path}`).toBeLessThanOrEqual(360)
    }
  }
})

test('a need that nothing answers stands as demand and opens an innovation with its problem filled in', async () => {
  const admin = await newPage({ scripts: false })
  await signIn(admin, 'local admin')
  await admin.goto('/kebutuhan/baru')
  await fillNeed(admin, 'Kelelawar merusak gudang garam')
  await admin.fill('[name=statement]', 'Kawanan kelelawar bersarang di gudang garam.')
  await admin.selectOption('[name=urgency]', '2')
  await admin.click('main form button')
  await admin.waitForURL(/\/kebutuhan\/[\da-f-]{36}$/)
  await admin.getByRole('button', { name: 'Nyatakan', exact: true }).click()
  await admin.locator('.tags', { hasText: 'Dinyatakan' }).waitFor()
  await admin.click('summary:has-text("Nyatakan belum ada jawabannya")')
  await admin.locator('details[open] [name=reason]').fill('Tidak ada di katalog.')
  await admin.locator('details[open] form button').click()
  await see(admin, 'Belum ada inovasi di katalog yang menjawab kebutuhan ini.')

  const anyone = await newPage({ scripts: false })
  await anyone.goto('/kebutuhan?keadaan=unmet')
  await see(anyone, 'Kelelawar merusak gudang garam')
  await see(anyone, 'kebutuhan belum ada jawabannya')
  const [file, answer] = await Promise.all(
    ['/kebutuhan/kebutuhan.csv?keadaan=unmet', '/api/kebutuhan/jumlah'].map((path) =>
      anyone.request.get(path).then((got) => got.text()),
    ),
  )
  expect(file).toContain('Kelelawar merusak gudang garam')
  expect(answer).toContain('"needs":')

  await admin.click('text=Lihat inovasi yang cocok')
  await admin.waitForURL('**/padanan')
  await admin.getByRole('button', { name: 'Tulis gagasan sendiri' }).click()
  await admin.waitForURL(/\/naskah\/[\da-f-]{36}$/)
  expect(await admin.inputValue('[name=problem]')).toBe('Kawanan kelelawar bersarang di gudang garam.')
})
