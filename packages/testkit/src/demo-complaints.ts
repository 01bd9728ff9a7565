import { importComplaints } from '@semai/store/complaints/complaint-import.commands'
import { takeThemeStep, useThemeAsEvidence } from '@semai/store/complaints/complaint-theme.commands'
import { complaintImportPage } from '@semai/store/complaints/complaint-theme.queries'
import type { Db } from '@semai/store/db/transaction'
import { agencies, cast } from './cast.ts'

/** Complaints of invented citizens, as an export holds them: names and numbers of people are in columns and in texts. */
const complaints = [
  'Antre di puskesmas dari pagi sampai siang, loket hanya satu.',
  'Loket puskesmas cuma satu, antre empat jam. Hormat saya, Sumarni Rekaan',
  'Antrean puskesmas panjang karena loket hanya satu. HP 0800-0000-0001',
  'Ibu saya antre lama di loket puskesmas, kursi kurang.',
  'Obat darah tinggi di puskesmas habis terus sejak Januari.',
  'obat habis, disuruh beli sendiri di apotek. a.n. Paijo Rekaan',
  'Obat diabetes habis sebulan, pasien disuruh beli sendiri.',
  'Ambulans desa rusak, pasien dibawa pakai mobil bak.',
  'Ambulans tidak datang karena rusak. Nama saya Tukijan Rekaan',
  'ambulans rusak dan sopirnya libur, pasien menunggu dua jam',
] as const

/** After `castAgencies` and `castPeople`: a file of complaints was read, one theme kept and used, the others wait. */
export async function demoComplaints(db: Db, now: Date): Promise<string> {
  const { author } = cast
  const rows = complaints.map(
    (text, i) => `REKAAN-${i},Pelapor Rekaan,0${(i % 2) + 1}/02/2026,Kesehatan,"${text}"`,
  )
  const bytes = Buffer.from(
    ['Tracking ID,Nama Pelapor,Tanggal Laporan,Kategori,Isi Laporan', ...rows].join('\n'),
  )
  const id = await importComplaints(db, author, { organisationId: agencies.healthOffice, bytes, now })
  const { themes } = await complaintImportPage(db, author, { id, now })
  const [{ id: theme, revision, sector }] = themes as [(typeof themes)[number]]
  const said = {
    theme,
    revision,
    sector,
    step: 'keep',
    name: 'Antrean loket puskesmas terlalu lama',
    example0: 'on',
  } as const
  await takeThemeStep(db, author, { said, now })
  await useThemeAsEvidence(db, author, { theme, need: '', now })
  return id
}
