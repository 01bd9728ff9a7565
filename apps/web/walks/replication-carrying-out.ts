import { expect } from 'vitest'
import type { Parties } from './replication-preparing.ts'
import { dayFromNow, downloadedWords, fillOpened, origin } from './replication-walk.ts'
import { press, see } from './walker.ts'

const year = new Date().getUTCFullYear()

/** A plan is written, spoken about by the mentor, mended and agreed. */
export async function plan({ unit, mentor }: Parties, replication: string): Promise<void> {
  await unit.goto(`${replication}/rencana`)
  await unit.fill('[name="activities.0.name"]', 'Latih kader di tiga pulau')
  await unit.fill('[name="activities.0.output"]', '12 kader terlatih')
  await unit.fill('[name="activities.0.post"]', 'Kepala Puskesmas')
  await unit.check(`[name="activities.0.${year}-2"]`)
  await see(unit, 'Pasien yang menerima obat tepat waktu') // the indicator of the blueprint
  await unit.fill('[name="indicators.0.target"]', '80')
  await press(unit, 'text=Simpan rencana')
  await see(unit, 'Ada indikator tanpa nilai awal.')
  await mentor.goto(`${replication}/rencana`)
  await mentor.fill('[name=comment]', 'Isi nilai awalnya dari catatan puskesmas.')
  await press(mentor, 'text=Kirim catatan')
  await see(mentor, 'Isi nilai awalnya dari catatan puskesmas.')
  await unit.goto(`${replication}/rencana`)
  await see(unit, 'Isi nilai awalnya dari catatan puskesmas.')
  await unit.fill('[name="indicators.0.baseline"]', '41')
  await press(unit, 'text=Simpan rencana')
  await see(unit, 'Naskah ke-2')
  await press(unit, 'text=Sepakati dan umumkan')
  await see(unit, 'Versi 1, disepakati')
}

/** The head's commitment and the whole chain of a local budget, to the last rupiah. */
export async function pay({ unit, head }: Parties, replication: string): Promise<void> {
  await unit.goto(`${replication}/anggaran`)
  await fillOpened(unit, 'Catat komitmen', {
    signer: 'Bupati Sukamaju',
    post: 'Bupati Sukamaju',
    signedOn: dayFromNow(-1),
    number: '900/12/PERAGAAN',
    amounts: `${year} | 125.000.000`,
  })
  await see(unit, 'Nomor 900/12/PERAGAAN')
  for (const [link, name] of [
    ['renja_rkpd', 'Renja/RKPD'],
    ['kua_ppas', 'KUA-PPAS'],
    ['rka', 'RKA'],
    ['dpa', 'DPA'],
    ['realisation', 'Realisasi'],
  ] as const) {
    await unit.goto(`${replication}/anggaran`)
    await fillOpened(unit, 'Catat tahap anggaran', {
      year: String(year),
      link,
      number: `${name}/PERAGAAN`,
      on: dayFromNow(-1),
      subActivity: '1.02.02.2.02.0033',
      amount: '125.000.000',
    })
    await see(unit, `${name}/PERAGAAN`)
  }
  await head.goto('/kerja/pimpinan')
  await see(head, 'Obat Tiba')
  await see(head, '125')
}

/** It is carried out: a report comes back once and is then verified. */
export async function carryOut({ unit, mentor }: Parties, replication: string): Promise<void> {
  await unit.goto(replication)
  await fillOpened(unit, 'Mulai melaksanakan', { day: dayFromNow(-1) })
  await see(unit, 'Dilaksanakan')
  await unit.goto(`${replication}/laporan`)
  await unit.fill('[name=activities]', 'Melatih 12 kader di tiga pulau')
  await unit.fill('[name=realisation]', '125.000.000')
  await press(unit, 'text=Simpan laporan')
  await unit.waitForURL('**/laporan/*-*')
  const report = new URL(unit.url()).pathname
  await press(unit, 'text=Ajukan laporan')
  await see(unit, 'diajukan')
  await mentor.goto(report)
  await fillOpened(mentor, 'Kembalikan', { reason: 'Tambahkan angka indikatornya' })
  await see(mentor, 'dikembalikan')
  await unit.goto(report)
  await see(unit, 'Tambahkan angka indikatornya')
  await see(unit, 'nilai awal 41, target 80')
  await unit.fill('[name="values.obat-diambil.value"]', '78')
  await press(unit, 'text=Simpan laporan')
  await press(unit, 'text=Ajukan laporan')
  await see(unit, 'diajukan')
  await mentor.goto(report)
  await press(mentor, 'text=Nyatakan terverifikasi')
  await see(mentor, 'Pasien yang menerima obat tepat waktu: 78 persen pasien terdaftar')
}

/** It runs, the origin confirms and the hub verifies that; with a footing of its own the hub calls it institutionalised. */
export async function takeRoot({ unit, host, hub }: Parties, replication: string): Promise<void> {
  await unit.goto(replication)
  await fillOpened(unit, 'Sudah berjalan', { day: dayFromNow(-1) })
  await see(unit, 'Dinyatakan')
  await fillOpened(unit, 'Ubah keterangan', {
    legalBasis: 'Perbup 4/PERAGAAN',
    budgetLine: '1.02.02.2.02.0033',
    procedure: 'SOP 7/PERAGAAN',
  })
  await see(unit, 'SOP 7/PERAGAAN')
  await host.goto(replication)
  await host.click('dd a:has-text("Dinyatakan")')
  await press(host, 'button:has-text("Konfirmasi")')
  await see(host, 'Dikonfirmasi')
  await hub.goto(new URL(host.url()).pathname)
  await fillOpened(hub, 'Verifikasi dengan bukti', {
    day: dayFromNow(-1),
    reason: 'Perahu dan catatan penyerahan obat dilihat di dua pulau',
  })
  await see(hub, 'Diverifikasi')
  await hub.goto(replication)
  await fillOpened(hub, 'Nyatakan dilembagakan', {
    day: dayFromNow(-1),
    reason: 'Perbup, DPA dan SOP dilihat',
  })
  await see(hub, 'Dilembagakan')
}

/** Letters are written from the record; what the PDF says is what is on record. */
export async function writeLetters({ unit, secretariat }: Parties, replication: string): Promise<void> {
  await unit.goto(`${replication}/anggaran`)
  await unit.click('main nav a:has-text("Dokumen")')
  await unit.waitForURL('**/dokumen')
  await unit.check('[name=kind][value=decision_minute]')
  await press(unit, 'form[action="?/write"] .btn')
  await see(unit, 'Kode pelacakan')
  // A line is set in pieces, so a number is read with a gap after each stroke.
  const joined = (text: string) => text.replaceAll(/\s/g, '')
  const minute = await downloadedWords(unit, 'text=Unduh PDF')
  const decided = ['BA/11/PERAGAAN', 'Obat pasien menahun tidak sampai ke pulau kecil', 'Menjawab masalahnya']
  for (const words of ['Dinas Kesehatan Sukamaju', origin.name, 'Dinas Sosial Tirtasari', ...decided]) {
    expect(joined(minute)).toContain(joined(words))
  }
  await fillOpened(unit, 'Catat yang sudah ditandatangani', {
    number: '440/9/PERAGAAN',
    signedOn: dayFromNow(-1),
  })
  await see(unit, 'nomor 440/9/PERAGAAN')
  await secretariat.goto(`${replication}/dokumen`)
  await see(secretariat, 'nomor 440/9/PERAGAAN')
  await secretariat.goto('/papan')
  await see(secretariat, 'Dilembagakan')
}
