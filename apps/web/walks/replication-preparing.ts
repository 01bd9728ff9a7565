import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { dayFromNow, fillOpened, origin } from './replication-walk.ts'
import { press, see, signedIn } from './walker.ts'

const year = new Date().getUTCFullYear()

/** Everybody who takes part, each on a page of their own. */
export type Parties = Record<'unit' | 'admin' | 'host' | 'mentor' | 'hub' | 'head' | 'secretariat', Page>

/** Everybody has signed in; the unit and the head by a phone. */
export async function everyParty(scripts: boolean): Promise<Parties> {
  const look = { scripts }
  return {
    unit: await signedIn('author', { scripts, width: 360 }),
    admin: await signedIn('local admin', look),
    host: await signedIn('author elsewhere', look),
    mentor: await signedIn('mentor', look),
    hub: await signedIn('hub', look),
    head: await signedIn('head', { scripts, width: 360 }),
    secretariat: await signedIn('secretariat', look),
  }
}

/** The unit types its need and states it; the address of its page. */
export async function stateNeed({ unit }: Parties): Promise<string> {
  await unit.goto('/kebutuhan/baru')
  await unit.fill('[name=title]', 'Obat pasien menahun tidak sampai ke pulau kecil')
  await unit.selectOption('[name=sector]', 'health')
  await unit.fill(
    '[name=statement]',
    'Pasien penyakit menahun di tiga pulau kecil menyeberang sehari penuh untuk mengambil obat rutin, lalu berhenti berobat.',
  )
  await unit.fill('[name=indicator]', 'Pasien yang mengambil obat tiap bulan')
  await unit.fill('[name=unit]', 'persen')
  await unit.fill('[name=baseline]', '41')
  await unit.fill('[name=target]', '80')
  await unit.fill('[name=evidence]', 'Catatan puskesmas 2025 (rekaan)')
  for (const part of ['urgency', 'impact', 'authority', 'readiness']) {
    await unit.selectOption(`[name=${part}]`, '4')
  }
  await press(unit, 'main form button')
  await unit.waitForURL(/\/kebutuhan\/[\da-f-]{36}$/)
  await unit.getByRole('button', { name: 'Nyatakan', exact: true }).click()
  await unit.locator('.tags', { hasText: 'Dinyatakan' }).waitFor()
  return new URL(unit.url()).pathname
}

/** Its administrator weighs what fits and decides with a minute; the address of the replication that begins. */
export async function decide({ admin }: Parties, need: string): Promise<string> {
  await admin.goto(`${need}/padanan`)
  const card = admin.locator('ol.rows > li', { hasText: origin.name }).first()
  await card.locator('text=Kecocokan kuat').waitFor()
  await card.locator('button').click()
  await admin.locator('#tabel ~ form').waitFor()
  for (const select of await admin.locator('form[action="?/save"] select').all()) {
    await select.selectOption('4')
  }
  await press(admin, 'text=Simpan dan hitung')
  await admin.locator('tfoot', { hasText: '75' }).waitFor()
  await admin.fill('form[action="?/decide"] [name=present]', 'Sekda, Dinas Kesehatan, Bappeda')
  await admin.fill(
    'form[action="?/decide"] [name=reason]',
    'Menjawab masalahnya dan dapat dimulai tahun ini.',
  )
  await admin.fill('form[action="?/decide"] [name=number]', 'BA/11/PERAGAAN')
  await press(admin, 'text=Tetapkan')
  await admin.waitForURL(`**${need}#keputusan`)
  await admin.click('a:has-text("Replikasi REP-")')
  await admin.waitForURL('**/replikasi/REP-*')
  await see(admin, 'BA/11/PERAGAAN')
  return new URL(admin.url()).pathname
}

/** The unit names it, visits the origin, and writes down what it learned. */
export async function visit({ unit, host }: Parties, replication: string): Promise<void> {
  await unit.goto('/kerja')
  await unit.click(`text=${origin.name}`)
  await unit.waitForURL(`**${replication}`)
  await fillOpened(unit, 'Ubah keterangan', { localName: 'Obat Tiba', year: String(year), form: 'adoption' })
  await unit.locator('h1', { hasText: 'Obat Tiba' }).waitFor()

  await host.goto('/kabar')
  await see(host, `Dinas Kesehatan Sukamaju mereplikasi ${origin.name}`)
  await host.goto(`/inovasi/${origin.slug}/studi-tiru`)
  await host.fill('[name=heldOn]', dayFromNow(7))
  await host.fill('[name=place]', 'Aula Dinas Sosial Tirtasari')
  await host.fill('[name=capacity]', '6')
  await press(host, 'form[action="?/slot"] button')
  await see(host, 'sisa 6 dari 6 tempat')

  await unit.goto(`/inovasi/${origin.slug}/studi-tiru`)
  await unit.fill('[name=people]', '4')
  await unit.fill('[name=questions]', 'Bagaimana perahu nelayan dibayar?')
  await press(unit, 'form[action="?/ask"] button')
  await unit.waitForURL('**/studi-tiru/*-*')
  const address = new URL(unit.url()).pathname
  await host.goto(address)
  await press(host, 'text=Terima kunjungan')
  await see(host, 'Diterima')
  await unit.goto(address)
  await unit.fill('[name=cost]', 'Rp40 juta setahun untuk bahan bakar.')
  await press(unit, 'text=Simpan temuan')
  await fillOpened(unit, 'Serahkan laporan', { day: dayFromNow(-1) })
  await see(unit, 'Dilaporkan')
}

/** The replica begins as a copy of the origin's blueprint; the administrator publishes it, the mentor confirms its form. */
export async function fork(
  { unit, admin, mentor }: Parties,
  replication: string,
  scripts: boolean,
): Promise<void> {
  await unit.goto(`${replication}/rancang-bangun`)
  await unit.selectOption('[name=from]', `${origin.slug} 2`)
  await press(unit, 'button:has-text("Mulai rancang bangun replika")')
  await unit.waitForURL('**/naskah/rancang-bangun/*')
  const text = new URL(unit.url()).pathname
  await unit.fill('[name=note]', 'Salinan dari asal, untuk tiga pulau kami.')
  if (scripts) await unit.waitForSelector('[data-live=state][data-state=saved]')
  else await unit.click('form#text button:has-text("Simpan"):not(.visually-hidden):not([name])')
  await unit.goto(text)
  expect(await unit.inputValue('[name=note]')).toBe('Salinan dari asal, untuk tiga pulau kami.')
  await admin.goto(text)
  await press(admin, 'button:has-text("Terbitkan")')
  await admin.waitForURL(`**${replication}/rancang-bangun`)
  await see(admin, 'Tidak ada perubahan: sama dengan asal.')
  await mentor.goto(`${replication}/rancang-bangun`)
  await press(mentor, 'button:has-text("Konfirmasi: Adopsi")')
  await see(mentor, 'Dikonfirmasi pendamping')
}
