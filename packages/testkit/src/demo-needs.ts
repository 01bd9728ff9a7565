import { needContent } from '@semai/domain/needs/need.form'
import type { Db } from '@semai/store/db/transaction'
import { startNeed, takeNeedStep } from '@semai/store/needs/need.commands'
import { recordSession } from '@semai/store/needs/need-session'
import { agencies, cast } from './cast.ts'

/** Needs of the invented agencies: of one sitting, of another institution, and one that nothing answers. */
const needs = {
  medicine: needContent.parse({
    title: 'Obat pasien menahun tidak sampai ke pulau kecil',
    sector: 'health',
    statement:
      'Pasien hipertensi dan diabetes di tiga pulau menyeberang hampir sehari untuk mengambil obat bulanan. Ongkosnya setara upah tiga hari, sehingga banyak yang berhenti berobat.',
    indicator: 'Pasien yang mengambil obat tiap bulan',
    unit: 'persen',
    baseline: 41,
    target: 80,
    affected: 318,
    causes: 'Apotek hanya ada di ibu kota kecamatan; kapal dua kali seminggu.',
    moneyLimit: 'Paling banyak Rp150 juta setahun',
    connectivityLimit: 'Satu dari tiga pulau tanpa sinyal',
    evidence: 'Catatan rekaan puskesmas, 2025',
    urgency: 5,
    impact: 4,
    authority: 5,
    readiness: 3,
  }),
  queue: needContent.parse({
    title: 'Pasien rawat jalan menunggu empat jam',
    sector: 'health',
    statement:
      'Pasien datang sebelum subuh agar mendapat nomor, lalu menunggu dokter sampai siang. Loket hanya satu.',
    indicator: 'Waktu tunggu rawat jalan',
    unit: 'menit',
    baseline: 240,
    target: 60,
    affected: 1_900,
    evidence: 'Survei kepuasan rekaan, 2025',
    urgency: 4,
    impact: 4,
    authority: 5,
    readiness: 4,
  }),
  elders: needContent.parse({
    title: 'Lansia yang hidup sendiri sering tidak makan',
    sector: 'social',
    statement: 'Ada 212 orang tua sebatang kara. Sebagian makan sekali sehari dan sudah tidak kuat memasak.',
    affected: 212,
    evidence: 'Pendataan rekaan, 2025',
    urgency: 5,
    impact: 3,
    authority: 5,
    readiness: 2,
  }),
  bats: needContent.parse({
    title: 'Kelelawar merusak gudang garam rakyat',
    sector: 'other',
    statement: 'Setiap musim kemarau kawanan kelelawar bersarang di gudang garam dan panennya tidak laku.',
    evidence: 'Tema aduan rekaan: 37 aduan, 2025',
    urgency: 3,
    impact: 2,
    authority: 3,
    readiness: 3,
  }),
}

/** After `castAgencies` and `castPeople`. Returns the id of the need about medicine. */
export async function demoNeeds(db: Db, now: Date): Promise<string> {
  const { mentor, author, 'author elsewhere': elsewhere, 'local admin elsewhere': decider } = cast
  const said = {
    heldOn: '2026-02-10',
    present: 'Dinas Kesehatan, Bappeda, tim pendamping (rekaan)',
    minute:
      'Dua masalah dinilai paling mendesak. Angkanya diperiksa ulang oleh puskesmas sebelum dinyatakan.',
  }
  const organisationId = agencies.healthOffice
  const sessionId = await recordSession(db, mentor, { organisationId, said, now })
  const medicine = await startNeed(db, mentor, { organisationId, content: needs.medicine, sessionId, now })
  await startNeed(db, mentor, { organisationId, content: needs.queue, sessionId, now })
  await takeNeedStep(db, author, { id: medicine, step: 'state', now })
  for (const content of [needs.elders, needs.bats]) {
    const id = await startNeed(db, elsewhere, { organisationId: agencies.otherOffice, content, now })
    await takeNeedStep(db, elsewhere, { id, step: 'state', now })
    if (content !== needs.bats) continue
    const reason = 'Tidak ada inovasi di katalog tentang gudang garam.'
    await takeNeedStep(db, decider, { id, step: 'demand', reason, now })
  }
  return medicine
}
