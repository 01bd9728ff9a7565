import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase } from '@semai/store/db/open'
import { demonstrateAssessing, demonstrateRounds } from '@semai/testkit/demo-rounds'
import { aPdf } from '@semai/testkit/made-files'
import { castAgencies, castPeople, castPlaces } from '@semai/testkit/people'
import { wholeAnswers } from '@semai/testkit/round-scene'
import { serveSite } from './served-site.ts'
import type { OwnSite } from './served-site.ts'
import { newPage, walkOn } from './walk.ts'
import { see, signedIn } from './walker.ts'

let site: OwnSite
let codes: { published: string; open: string }
let assessed: string

beforeAll(async () => {
  site = await serveSite()
  walkOn(site)
  const { db, close } = await openDatabase({ role: 'app', poolSize: 1 }, { SEMAI_DATA: site.data })
  await castAgencies(db)
  await castPlaces(db)
  await castPeople(
    db,
    ['author', 'author elsewhere', 'local admin', 'local admin elsewhere', 'secretariat', 'evaluator'],
    { is_demonstration: true },
  )
  codes = await demonstrateRounds(db, new Date())
  assessed = await demonstrateAssessing(db, new Date())
  await close()
})

afterAll(() => site.stop())

test('without scripts a unit mends what is missing and submits; everyone reads what was published', async () => {
  const page = await signedIn('author', { scripts: false })
  await page.goto(`/pantauan/${codes.open}`)
  await page.click('a:has-text("Loket Pesisir")')
  await see(page, '2 dari 9 pertanyaan wajib terjawab')
  await page.click('text=Simpan dan kirim')
  await see(page, 'Tulis angka seperti')
  expect(await page.inputValue('[name=q6]')).toBe('sekitar 400')
  for (const [name, value] of Object.entries(wholeAnswers)) {
    const field = page.locator(`main [name=${name}]`)
    await ((await field.evaluate((one) => one.tagName)) === 'SELECT'
      ? field.selectOption(value)
      : field.fill(value))
  }
  await page.click('button[name=unggah]')
  await page.waitForURL('**/lampiran/jawaban/*')
  await page.setInputFiles('[name=files]', [
    { name: 'laporan.pdf', mimeType: 'application/pdf', buffer: aPdf() },
  ])
  await page.click('form[action="?/add"] button')
  await page.locator('a[download]', { hasText: 'laporan.pdf' }).waitFor()
  await page.click('text=Kembali ke catatannya')
  await page.locator('form a[download]', { hasText: 'laporan.pdf' }).waitFor()
  expect(await page.inputValue('[name=q4]')).toBe(wholeAnswers['q4'])
  await page.click('text=Simpan dan kirim')
  await see(page, 'Jawaban terkirim')
  const reader = await newPage({ scripts: false })
  await reader.goto(`/pantauan/${codes.published}`)
  await see(reader, 'Satu-satunya yang menjangkau pulau terluar (rekaan).')
  await see(reader, 'Tidak menjawab')
  await reader.goto(`/pantauan/${codes.open}`)
  await see(reader, 'tidak ada')
})

test.each([true, false])(
  'an evaluator reads the answers, is told what is missing, and sends the scores; scripts: %s',
  async (scripts) => {
    const name = scripts ? 'Jemput Akta (peragaan)' : 'Rumah Pulih (peragaan)'
    const page = await signedIn('evaluator', { scripts })
    await page.click(`main a[href*="/pantauan/${assessed}/nilai/"]:near(:text("${name}"))`)
    await page.waitForURL('**/nilai/*')
    await see(page, 'Antrean daring menggantikan buku tulis (rekaan).')
    await see(page, name)
    await page.fill('[name=score_keberlanjutan]', '71')
    await page.fill('[name=reason_keberlanjutan]', 'Tiga dari lima loket masih buka (rekaan).')
    await page.fill('[name=score_manfaat]', '171')
    await page.fill('[name=reason_manfaat]', 'Antrean pendek (rekaan).')
    await page.click('text=Simpan nilai')
    await page.locator('main [aria-invalid=true]').waitFor()
    expect(await page.inputValue('[name=reason_manfaat]')).toBe('Antrean pendek (rekaan).')
    await page.fill('[name=score_manfaat]', '80')
    await page.click('text=Simpan nilai')
    await page.waitForURL('**#nilai')
    await page.click('button:has-text("Kirim")')
    await see(page, 'dan terkunci')
  },
)

test('the ministry prepares a round, is told what is missing, and opens it', async () => {
  const page = await signedIn('secretariat')
  await page.goto('/pantauan/baru')
  await page.fill('[name=name]', 'PKRI walk (peragaan)')
  await page.fill('[name=opensOn]', '2090-04-01')
  await page.fill('[name=untilDay]', '2090-04-30')
  await page.click('main form button')
  await page.waitForURL('**/pantauan/pkri-walk-peragaan/atur')
  await page.click('summary:has-text("Tambah kelompok")')
  await page.fill('[name=nameId]', 'Keberlanjutan')
  await page.fill('[name=nameEn]', 'Continuity')
  await page.fill('[name=awards]', '2')
  await page.fill('[name=criteria]', '60 | Dampak | Effect')
  await page.click('form button:has-text("Tambah kelompok")')
  await see(page, 'Jumlah bobot 100')
  await page.fill('[name=criteria]', '100 | Dampak | Effect')
  await page.click('form button:has-text("Tambah kelompok")')
  await page.waitForURL('**/atur#kelompok')
  await page.goto('/pantauan/pkri-walk-peragaan')
  await see(page, 'Tambahkan kelompok, dan lokus di tiap kelompok.')
  await page.goto('/pantauan/pkri-walk-peragaan/lokus')
  await page.click('summary:has-text("Tambah satu lokus")')
  await page.fill('[name=record]', 'Rumah Pulih (peragaan)')
  await page.fill('[name=why]', 'Untuk berjalan (rekaan)')
  await page.click('form button:has-text("Tambahkan"):near([name=why])')
  await see(page, 'Dinas Sosial Tirtasari')
  await page.goto('/pantauan/pkri-walk-peragaan')
  await page.click('button:has-text("Buka pengisian")')
  await see(page, 'Sedang diisi')
  expect(await page.locator('dd:has-text("1")').count()).toBeGreaterThan(0)
})
