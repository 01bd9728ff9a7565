import { afterAll, beforeAll, expect, test } from 'vitest'
import { agencies } from '@semai/testkit/cast'
import { castInnovation, sharedInnovation } from '@semai/testkit/claims-scene'
import { castAgencies, castPeople } from '@semai/testkit/people'
import { openDatabase } from '@semai/store/db/open'
import { axeFindings } from './axe-findings.ts'
import { serveSite } from './served-site.ts'
import type { OwnSite } from './served-site.ts'
import { newPage, sql, walkOn } from './walk.ts'
import { isNarrowEnough, see, signIn } from './walker.ts'

let site: OwnSite

beforeAll(async () => {
  site = await serveSite()
  walkOn(site)
  const { db, close } = await openDatabase({ role: 'app', poolSize: 1 }, { SEMAI_DATA: site.data })
  await castAgencies(db)
  await castPeople(db, ['author', 'author elsewhere', 'local admin', 'hub', 'inspectorate'], {
    is_demonstration: true,
  })
  await castInnovation(db)
  await close()
})

afterAll(() => site.stop())

const events = async (subject: string) =>
  (
    await sql<{ what: string }>('select what from audit_event where subject_id = $1 order by id', [subject])
  ).map(({ what }) => what)

test('declared without scripts, confirmed by the origin, verified by the hub; the public sees it, and no names', async () => {
  const sari = await newPage({ scripts: false, width: 360 })
  await signIn(sari, 'author')
  await sari.goto(`/inovasi/${sharedInnovation}`)
  await sari.click('text=Kami menjalankannya')
  await sari.selectOption('[name=region]', '35.10')
  await sari.fill('[name=start]', '2030')
  await sari.fill('[name=evidence]', 'Keputusan kepala dinas 12/2025')
  await sari.click('main form button')
  await see(sari, 'Tanggal ini belum tiba')
  expect(await sari.inputValue('[name=evidence]')).toBe('Keputusan kepala dinas 12/2025')
  expect(await isNarrowEnough(sari)).toBe(true)
  await sari.fill('[name=start]', '2025-05')
  await sari.click('main form button')
  await sari.waitForURL('**/klaim/*')
  await see(sari, 'Dinyatakan')
  expect(await isNarrowEnough(sari)).toBe(true)
  const address = new URL(sari.url()).pathname
  const id = address.split('/').at(-1)!

  const yusuf = await newPage({ scripts: false })
  await signIn(yusuf, 'author elsewhere')
  await yusuf.click('text=Dinas Kesehatan Sukamaju menjalankan')
  await yusuf.click('button:has-text("Konfirmasi")')
  await see(yusuf, 'Dikonfirmasi')

  const maria = await newPage()
  await signIn(maria, 'hub')
  await see(maria, 'Menunggu verifikasi Anda')
  await maria.click('text=Dinas Kesehatan Sukamaju menjalankan')
  expect(await axeFindings(maria)).toEqual([])
  await maria.click('summary:has-text("Verifikasi dengan bukti")')
  await maria.fill('[name=day]', '2026-02-20')
  await maria.locator('details[open] [name=reason]').fill('Loket dikunjungi, 40 pasien terlayani')
  await maria.locator('details[open] [name=link]').fill('bukan alamat')
  await maria.evaluate(() => document.querySelectorAll('form').forEach((form) => (form.noValidate = true)))
  await maria.click('details[open] button')
  await see(maria, 'Tulis alamat lengkap yang diawali https://')
  expect(await maria.locator('details[open] [name=reason]').inputValue()).toBe(
    'Loket dikunjungi, 40 pasien terlayani',
  )
  await maria.locator('details[open] [name=link]').fill('https://contoh.test/foto')
  await maria.click('details[open] button')
  await see(maria, 'Diverifikasi')

  expect(await events(id)).toEqual(['claim.start', 'claim.confirm', 'claim.verify'])
  const anyone = await newPage({ scripts: false, width: 360 })
  await anyone.goto(`/en${address}`)
  await see(anyone, 'Verified')
  const text = (await anyone.textContent('main')) ?? ''
  for (const name of ['Sari Wulandari', 'Yusuf Latif', 'Maria Tambunan']) expect(text).not.toContain(name)
  expect(text).toContain('Only: the hub in charge of who runs it')
  expect(await isNarrowEnough(anyone)).toBe(true)
  await anyone.goto(`/inovasi/${sharedInnovation}/klaim`)
  await see(anyone, 'Diverifikasi')
})

test.each([true, false])('why it stopped is shown where its agency agrees, scripts %s', async (scripts) => {
  const sari = await newPage({ scripts, width: 360 })
  await signIn(sari, 'author')
  const [claim] = await sql<{ id: string }>(
    'select id from claim where unit_id = $1 and declared_at is not null',
    [agencies.healthOffice],
  )
  await sari.goto(`/klaim/${claim!.id}`)
  await sari.click('summary:has-text("Sudah berhenti")')
  const stop = sari.locator('details[open]')
  await stop.locator('[name=cause]').selectOption('budget')
  await stop.locator('[name=day]').fill('2026-02-01')
  await stop.locator('button').click()
  await see(sari, 'Siapa yang melihat alasannya')
  const anyone = await newPage({ scripts: false, width: 360 })
  const reason = async () => {
    await anyone.goto(new URL(sari.url()).pathname)
    return (await anyone.textContent('.side-facts'))!.includes('anggaran')
  }
  expect(await reason()).toBe(false)
  await sari.click('button:has-text("Setuju alasannya dibuka")')
  await see(sari, 'terbuka untuk umum')
  expect(scripts ? await axeFindings(sari) : []).toEqual([])
  expect(await isNarrowEnough(sari)).toBe(true)
  expect(await reason()).toBe(true)
  await sari.click('button:has-text("Tarik persetujuan")')
  await see(sari, 'Setuju alasannya dibuka')
  expect(await reason()).toBe(false)
  await sari.click('button:has-text("Berjalan lagi")')
  await see(sari, 'berjalan lagi')
})

test('a correction without an account: nothing typed is lost, it is answered, and the sender reads it by the link', async () => {
  const anyone = await newPage({ scripts: false, width: 360 })
  await anyone.goto('/instansi/dinas-kesehatan-sukamaju')
  await anyone.click('text=Ada yang keliru?')
  await anyone.fill('[name=wrong]', 'Namanya sudah berganti sejak 2024')
  await anyone.fill('[name=contact]', 'warga@contoh.test')
  await anyone.click('main form button')
  await see(anyone, 'hal yang perlu diperbaiki')
  expect(await anyone.inputValue('[name=wrong]')).toBe('Namanya sudah berganti sejak 2024')
  expect(await anyone.inputValue('[name=contact]')).toBe('warga@contoh.test')
  expect(await isNarrowEnough(anyone)).toBe(true)
  await anyone.fill('[name=right]', 'Dinas Kesehatan dan Keluarga Berencana')
  await anyone.fill('[name=source]', 'Perda 3/2024')
  await anyone.click('main form button')
  await anyone.waitForURL('**/koreksi/lacak/*')
  const tracking = await anyone.inputValue('[name=address]')

  const wayan = await newPage()
  await signIn(wayan, 'local admin')
  await wayan.click('.tasks a:has-text("Dinas Kesehatan Sukamaju")')
  await see(wayan, 'Perda 3/2024')
  expect(await wayan.textContent('main')).not.toContain('warga@contoh.test')
  expect(await axeFindings(wayan)).toEqual([])
  await wayan.click('text=Lihat alamat surelnya')
  await see(wayan, 'warga@contoh.test')
  await wayan.click('summary:has-text("Tidak diubah")')
  await wayan.locator('details[open] [name=reason]').fill('Perda itu belum berlaku')
  await wayan.check('details[open] [name=isPublic]')
  await wayan.click('details[open] button')
  await see(wayan, 'Catatan tidak diubah')
  const id = new URL(wayan.url()).pathname.split('/').at(-1)!
  expect(await events(id)).toEqual(['correction.send', 'correction.decline'])
  const reads = await sql<{ what: string }>('select what from personal_read where subject_id = $1', [id])
  expect(reads).toEqual([{ what: 'correction_sender' }])

  await anyone.goto(tracking)
  await see(anyone, 'Perda itu belum berlaku')
  await anyone.goto('/koreksi')
  await see(anyone, 'Perda itu belum berlaku')
  expect(await anyone.textContent('main')).not.toContain('Namanya sudah berganti')
})

test('a form filled in by a machine is not taken, nor one without a record', async () => {
  const machine = await newPage()
  await machine.goto('/koreksi/baru?daerah=kabupaten-banyuwangi')
  for (const name of ['wrong', 'right', 'source']) await machine.fill(`[name=${name}]`, 'isi yang panjang')
  await machine.evaluate(() => {
    document.querySelector<HTMLInputElement>('[name=website]')!.value = 'https://jual.test'
  })
  await machine.click('main form button')
  await see(machine, 'Kosongkan bagian ini')
  expect((await machine.goto('/koreksi/baru?inovasi=tidak-ada'))?.status()).toBe(404)
  expect((await machine.goto('/koreksi/baru'))?.status()).toBe(200)
  expect((await machine.goto('/klaim/bukan-klaim'))?.status()).toBe(404)
  expect((await machine.goto('/koreksi/lacak/bukan.tautan'))?.status()).toBe(404)
  expect((await machine.goto('/koreksi?cursor=WyJhIiwiYiJd'))?.status()).toBe(200)
})

test('an account asked for, its address shown by a link, approved, and the invitation made', async () => {
  const tari = await newPage({ scripts: false, width: 360 })
  await tari.goto('/masuk')
  await tari.click('text=Minta akun')
  await tari.fill('[name=cari]', 'kesehatan sukamaju')
  await tari.click('main form button')
  await tari.click('text=Dinas Kesehatan Sukamaju')
  await tari.fill('[name=name]', 'Tari Lestari')
  await tari.fill('[name=email]', 'tari@contoh.test')
  await tari.fill('[name=post]', 'Pranata humas')
  await tari.fill('[name=letterNumber]', '800/12/2026')
  await tari.click('main form button')
  await tari.waitForURL('**/minta-akun/lacak/*')
  const tracking = await tari.inputValue('[name=address]')

  const wayan = await newPage()
  await signIn(wayan, 'local admin')
  await wayan.click('text=Permintaan akun')
  await see(wayan, 'tari@contoh.test')
  expect(await axeFindings(wayan)).toEqual([])
  await wayan.click('text=Buat tautan pembuktian')
  const link = await wayan.inputValue('[name=link]')
  await tari.goto(link)
  await see(tari, 'Seseorang meminta akun')
  await tari.click('main form button')
  await see(tari, 'sudah terbukti')
  await wayan.goto('/kelola/permintaan')
  await wayan.click('button:has-text("Setujui dan undang")')
  await see(wayan, 'Undangan siap')
  const invitation = await wayan.inputValue('[name=link]')
  await tari.goto(invitation)
  await see(tari, 'Dinas Kesehatan Sukamaju')
  await tari.goto(tracking)
  await see(tari, 'Disetujui')
})
