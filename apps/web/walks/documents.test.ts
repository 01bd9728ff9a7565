import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { reportForm } from '@semai/domain/monitoring/quarterly-report.form'
import { needContent } from '@semai/domain/needs/need.form'
import { openDatabase } from '@semai/store/db/open'
import { keepReport } from '@semai/store/monitoring/report.commands'
import { startNeed, takeNeedStep } from '@semai/store/needs/need.commands'
import { agencies, cast } from '@semai/testkit/cast'
import { scenes } from '@semai/testkit/drawn-scenes'
import { aPdf } from '@semai/testkit/made-files'
import { castAgencies, castPeople } from '@semai/testkit/people'
import { castReplication } from '@semai/testkit/replication-scene'
import { axeFindings } from './axe-findings.ts'
import { serveSite } from './served-site.ts'
import type { OwnSite } from './served-site.ts'
import { newPage, walkOn } from './walk.ts'
import { isNarrowEnough, see, signedIn } from './walker.ts'

let site: OwnSite
let code: string
let need: string
const report = '00000000-0000-4000-8000-000000000001'
const scan = { name: 'surat.pdf', mimeType: 'application/pdf', buffer: aPdf() }
const photo = { name: 'dermaga.png', mimeType: 'image/png', buffer: scenes.boat(1_000, 640) }

beforeAll(async () => {
  site = await serveSite()
  walkOn(site)
  const { db, close } = await openDatabase({ role: 'app', poolSize: 1 }, { SEMAI_DATA: site.data })
  const now = new Date()
  await castAgencies(db)
  await castPeople(db, undefined, { is_demonstration: true })
  code = await castReplication(db, now)
  need = await startNeed(db, cast.author, {
    organisationId: agencies.healthOffice,
    content: needContent.parse({
      title: 'Obat terlambat tiba di pulau',
      sector: 'health',
      statement: 'Warga pulau menunggu obat sampai tiga minggu.',
      evidence: 'Catatan apotek',
      urgency: 5,
      impact: 4,
      authority: 5,
      readiness: 3,
    }),
    now,
  })
  await takeNeedStep(db, cast.author, { id: need, step: 'state', now })
  const year = String(now.getUTCFullYear() - 1)
  const typed = { key: report, replication: code, year, quarter: '1', activities: 'Melatih 20 kader' }
  await keepReport(db, cast.author, { said: reportForm.parse(typed), now })
  await close()
})

afterAll(() => site.stop())

const begins = async (page: Page, address: string) => {
  const response = await page.request.get(new URL(address, page.url()).href)
  return [response.status(), (await response.body()).subarray(0, 4).toString('latin1')]
}

test.each([true, false])(
  'whoever reads a need has its sheet, in both formats; scripts: %s',
  async (scripts) => {
    const reader = await newPage({ scripts, width: scripts ? 1280 : 360 })
    await reader.goto(`/kebutuhan/${need}`)
    await reader.click('form[action="?/document"] button')
    await reader.waitForURL('**/dokumen/*-*')
    await see(reader, 'Lembar kesenjangan')
    const address = new URL(reader.url()).pathname
    expect(await begins(reader, `${address}/berkas.pdf`)).toEqual([200, '%PDF'])
    expect(await begins(reader, `${address}/berkas.docx`)).toEqual([200, 'PK\x03\x04'])
    expect(await isNarrowEnough(reader)).toBe(true)
    expect(scripts ? await axeFindings(reader) : []).toEqual([])
    await reader.click('text=Buka catatannya')
    await reader.waitForURL(`**/kebutuhan/${need}`)
  },
)

test.each([true, false])(
  'a signed copy comes back, and the code tells that it is there; scripts: %s',
  async (scripts) => {
    const sari = await signedIn('author', { scripts, width: scripts ? 1280 : 360 })
    await sari.goto(`/replikasi/${code}/dokumen`)
    await sari.click('form[action="?/write"] button')
    await see(sari, 'Kode pelacakan')
    await sari.locator('a.mono').first().click()
    await sari.waitForURL('**/dokumen/*-*')
    const address = new URL(sari.url()).pathname
    await sari.fill('[name=number]', '500/12/2026')
    await sari.fill('[name=signedOn]', '2026-01-05')
    await sari.click('form[action="?/sign"] button')
    await see(sari, 'nomor 500/12/2026')
    await sari.click('text=Unggah salinan bertanda tangan')
    await sari.waitForURL('**/lampiran/dokumen/*')
    await sari.setInputFiles('[name=files]', scan)
    await sari.click('form[action="?/add"] button')
    await sari.locator('a[download]', { hasText: 'surat.pdf' }).waitFor()
    expect(await isNarrowEnough(sari)).toBe(true)
    expect(scripts ? await axeFindings(sari) : []).toEqual([])
    const file = (await sari.locator('a[download]').getAttribute('href'))!
    expect(await begins(sari, file)).toEqual([200, '%PDF'])

    const reader = await newPage({ scripts, width: 360 })
    await reader.goto(address)
    await see(reader, 'Salinan bertanda tangan tersimpan.')
    expect((await begins(reader, file))[0]).toBe(404)
    expect((await begins(reader, `${address}/berkas.pdf`))[0]).toBe(403)
  },
)

test.each([true, false])('a report takes photographs with words; scripts: %s', async (scripts) => {
  const sari = await signedIn('author', { scripts, width: scripts ? 1280 : 360 })
  await sari.goto(`/replikasi/${code}/laporan/${report}`)
  await sari.click('text=Tambah atau ubah foto')
  await sari.waitForURL('**/lampiran/laporan/*')
  await sari.setInputFiles('[name=files]', photo)
  await sari.click('form[action="?/add"] button')
  await sari.locator('a[download]', { hasText: 'dermaga.png' }).first().waitFor()
  const words = `Perahu obat di dermaga, ${scripts ? 'pagi' : 'sore'}`
  await sari.locator('[name=alt]').last().fill(words)
  await sari.locator('form[action="?/describe"] button').last().click()
  await sari.locator(`img[alt="${words}"]`).waitFor()
  expect(scripts ? await axeFindings(sari) : []).toEqual([])
  await sari.click('text=Kembali ke catatannya')
  await sari.waitForURL(`**/laporan/${report}`)
  const shown = sari.locator(`img[alt="${words}"]`)
  await shown.scrollIntoViewIfNeeded()
  await expect
    .poll(() => shown.evaluate((image) => (image as HTMLImageElement).naturalWidth))
    .toBeGreaterThan(300)
  expect(await isNarrowEnough(sari)).toBe(true)
})
