import { afterAll, beforeAll, expect, test } from 'vitest'
import { castAgencies, castPeople } from '@semai/testkit/people'
import { castReplication } from '@semai/testkit/replication-scene'
import { openDatabase } from '@semai/store/db/open'
import { axeFindings } from './axe-findings.ts'
import { serveSite } from './served-site.ts'
import type { OwnSite } from './served-site.ts'
import { countOf, newPage, walkOn } from './walk.ts'
import { see, signedIn } from './walker.ts'

let site: OwnSite
let code: string
const nextYear = new Date().getUTCFullYear() + 1

beforeAll(async () => {
  site = await serveSite()
  walkOn(site)
  const { db, close } = await openDatabase({ role: 'app', poolSize: 1 }, { SEMAI_DATA: site.data })
  await castAgencies(db)
  await castPeople(db, ['author', 'local admin', 'mentor', 'head'], { is_demonstration: true })
  code = await castReplication(db, new Date())
  await close()
})

afterAll(() => site.stop())

test('a plan is written and agreed without scripts, read by everyone, and spoken about by the mentor', async () => {
  const sari = await signedIn('author', { scripts: false })
  await sari.goto(`/replikasi/${code}/rencana`)
  await sari.fill('[name="activities.0.name"]', 'Latih kader')
  await sari.fill('[name="activities.0.post"]', 'Kepala Puskesmas')
  await sari.check(`[name="activities.0.${nextYear}-1"]`)
  await sari.fill('[name="indicators.0.name"]', 'Waktu tunggu')
  await sari.fill('[name="indicators.0.target"]', '30')
  await sari.fill('[name="risks.0.response"]', 'Titip pada kapal perintis')
  await sari.click('text=Simpan rencana')
  await see(sari, 'Isi bagian ini.')
  expect(await sari.inputValue('[name="activities.0.name"]')).toBe('Latih kader')
  await sari.fill('[name="risks.0.risk"]', 'Perahu tidak berlayar')
  await sari.click('text=Simpan rencana')
  await see(sari, 'Ada indikator tanpa nilai awal.')
  await sari.click('text=Sepakati dan umumkan')
  await see(sari, 'Versi 1, disepakati')

  const anyone = await newPage({ width: 360 })
  await anyone.goto(`/replikasi/${code}/rencana`)
  await see(anyone, 'Latih kader')
  expect(await anyone.locator('.grid td i').count()).toBe(1)
  expect(await axeFindings(anyone)).toEqual([])

  const mentor = await signedIn('mentor')
  await mentor.goto(`/en/replikasi/${code}/rencana`)
  await mentor.fill('[name=comment]', 'Perjelas nilai awalnya.')
  await mentor.click('text=Send the note')
  await see(mentor, 'Perjelas nilai awalnya.')
  expect(await axeFindings(mentor)).toEqual([])
})

test('two people on one plan: the second is told, keeps what was typed, and may save it knowingly', async () => {
  const [sari, wayan] = [await signedIn('author'), await signedIn('local admin', { scripts: false })]
  await Promise.all([sari, wayan].map((page) => page.goto(`/replikasi/${code}/rencana`)))
  await sari.fill('[name=support]', 'Dari Sari')
  await sari.click('text=Simpan rencana')
  await sari.waitForURL('**#tulis')
  await wayan.fill('[name=support]', 'Dari Wayan')
  await wayan.click('text=Simpan rencana')
  await see(wayan, 'Orang lain menyimpan lebih dulu')
  expect(await wayan.inputValue('[name=support]')).toBe('Dari Wayan')
  await see(wayan, 'Dari Sari')
  await wayan.click('text=Simpan rencana')
  await wayan.waitForURL('**#tulis')
  expect(await wayan.inputValue('[name=support]')).toBe('Dari Wayan')
})

test('commitment, chain and another source are recorded without scripts; spending too much is said', async () => {
  const sari = await signedIn('author', { scripts: false })
  const address = `/replikasi/${code}/anggaran`
  await sari.goto(address)
  await sari.click('summary:has-text("Catat komitmen")')
  await sari.fill('[name=signer]', 'Bupati Sukamaju')
  await sari.fill('[name=post]', 'Bupati Sukamaju')
  await sari.fill('[name=signedOn]', '2026-02-10')
  await sari.fill('details[open] [name=number]', '900/12/2026')
  await sari.fill('[name=amounts]', 'seratus juta')
  await sari.click('details[open] button')
  await see(sari, 'Tiap baris: tahun | rupiah')
  expect(await sari.inputValue('[name=signer]')).toBe('Bupati Sukamaju')
  await sari.fill('[name=amounts]', `${nextYear} | 125.000.000`)
  await sari.click('details[open] button')
  await see(sari, `${nextYear}: Rp`)

  for (const [link, amount] of [
    ['dpa', '90.000.000'],
    ['realisation', '95.000.000'],
  ] as const) {
    await sari.goto(address)
    await sari.click('summary:has-text("Catat tahap anggaran")')
    await sari.selectOption('[name=link]:not(input)', link)
    await sari.fill('details[open] [name=amount]', amount)
    await sari.click('details[open] button')
    await see(sari, amount.replace('000.000', ''))
  }
  await see(sari, `Realisasi ${nextYear} melebihi alokasi sebesar Rp 5.000.000.`)
  await sari.click('summary:has-text("Tambah sumber")')
  await sari.selectOption('details[open] [name=kind]', 'partner')
  await sari.fill('details[open] [name=pledged]', '10.000.000')
  await sari.click('details[open] button')
  await see(sari, 'Tulis nama mitranya.')
  await sari.fill('details[open] [name=partner]', 'Koperasi Nelayan')
  await sari.click('details[open] button')
  await see(sari, 'Koperasi Nelayan')

  const anyone = await newPage({ width: 360 })
  await anyone.goto(`/en${address}`)
  await see(anyone, 'Promised, allocated, spent')
  expect(await axeFindings(anyone)).toEqual([])
  expect(await anyone.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
})

test('the head reads it all on one page of a phone, and nobody else has it', async () => {
  const head = await signedIn('head', { width: 360 })
  await head.click('text=Yang dijanjikan dan kabarnya')
  await see(head, 'Obat Tiba')
  await see(head, 'melebihi alokasi')
  expect(await axeFindings(head)).toEqual([])
  expect(await head.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  expect(await head.locator('main form').count()).toBe(0)
  const sari = await signedIn('author', { scripts: false })
  const answer = await sari.goto('/kerja/pimpinan')
  expect(answer?.status()).toBe(404)
})

test('a report without scripts: written, submitted, returned, mended, verified, public', async () => {
  const sari = await signedIn('author', { scripts: false })
  const mentor = await signedIn('mentor', { scripts: false })
  await sari.goto(`/replikasi/${code}/laporan`)
  await sari.fill('[name=indicators]', 'Waktu tunggu')
  await sari.fill('[name=activities]', 'Melatih 20 kader')
  await sari.click('text=Simpan laporan')
  await see(sari, 'Tiap baris: indikator | nilai.')
  expect(await sari.inputValue('[name=activities]')).toBe('Melatih 20 kader')
  await sari.fill('[name=indicators]', 'Waktu tunggu | 40 menit')
  await sari.click('text=Simpan laporan')
  await sari.waitForURL('**/laporan/*-*')
  const address = new URL(sari.url()).pathname
  await sari.click('text=Ajukan laporan')
  await see(sari, 'diajukan')
  await mentor.goto(address)
  await mentor.click('details.step summary')
  await mentor.fill('[name=reason]', 'Tambahkan jumlah pasien')
  await mentor.click('details.step button')
  await see(mentor, 'dikembalikan')
  await sari.goto(address)
  await see(sari, 'Tambahkan jumlah pasien')
  await sari.fill('[name=obstacles]', 'Gelombang tinggi')
  await sari.click('text=Simpan laporan')
  await sari.click('text=Ajukan laporan')
  await see(sari, 'diajukan')
  await mentor.goto(address)
  await mentor.click('text=Nyatakan terverifikasi')
  await see(mentor, 'terverifikasi')
  const anyone = await newPage({ scripts: false })
  await anyone.goto(`/replikasi/${code}/laporan`)
  await see(anyone, 'Melatih 20 kader')
  expect(await countOf('quarterly_report')).toBe(1)
})
