import { fileDescription } from '@semai/domain/innovations/innovation-file.form'
import type { FileDescription } from '@semai/domain/innovations/innovation-file.form'
import type { InnovationContent } from '@semai/domain/innovations/innovation-content.form'
import { emptyContent } from '@semai/domain/innovations/innovation-content.form'
import type { Files } from '@semai/store/files/open-files'
import type { Db } from '@semai/store/db/transaction'
import { saveEdit, startEdit, takeEditStep } from '@semai/store/innovations/innovation-edit.commands'
import { attachFile, describeFile } from '@semai/store/innovations/innovation-file.commands'
import { agencies, cast } from './cast.ts'
import { scenes } from './drawn-scenes.ts'
import { aPdf } from './made-files.ts'

const content: InnovationContent = {
  ...emptyContent,
  name: 'Perahu Obat Sukamaju',
  summary:
    'Obat penyakit menahun diantar ke pulau-pulau kecil dengan perahu nelayan setiap pekan. Contoh rekaan.',
  problem:
    'Warga tiga pulau kecil harus menyeberang hampir seharian untuk mengambil obat tekanan darah dan gula. Pada musim angin barat banyak yang berhenti minum obat, lalu dirujuk dalam keadaan berat. Puskesmas tidak punya perahu sendiri.',
  solution:
    'Petugas farmasi menyiapkan obat per nama setiap Senin, lalu menitipkannya dalam kotak tersegel kepada nelayan yang terdaftar. Kader di dermaga menerima, mencocokkan nama, dan mengukur tekanan darah. Hasilnya dicatat di buku dan dikirim lewat pesan singkat pada hari yang sama. Bila cuaca buruk, kotak cadangan untuk dua pekan sudah tersimpan di pos.',
  users: 'Pasien penyakit menahun di tiga pulau kecil',
  inclusion: 'Warga lanjut usia yang tidak kuat menyeberang dilayani di rumah oleh kader.',
  results: [
    {
      indicator: 'Pasien yang minum obat teratur',
      before: '41',
      after: '83',
      unit: 'persen',
      source: 'Catatan rekaan',
    },
  ],
  started: '2023-05',
  category: 'kesehatan',
  goals: [3],
  isDigital: false,
}

const shown: FileDescription = {
  ...fileDescription.parse({ purpose: 'picture' }),
  credit: 'gambar rekaan Semai',
  licence: 'cc_by',
  people: 'nobody',
  isPublic: true,
}

/** Pictures and documents of the demonstration, drawn and written by code. */
const given: readonly { name: string; bytes: () => Buffer; says: Partial<FileDescription> }[] = [
  {
    name: 'perahu.png',
    bytes: () => scenes.boat(1_920, 1_200),
    says: {
      altId: 'Perahu layar kecil di laut tenang pada pagi hari, dengan pulau di belakangnya',
      altEn: 'A small sailing boat on a calm sea in the morning, with islands behind it',
      caption: 'Perahu berangkat setiap Senin pagi, membawa obat untuk dua pekan.',
    },
  },
  {
    name: 'pos.png',
    bytes: () => scenes.post(1_600, 1_000),
    says: {
      altId: 'Pos kesehatan kecil beratap merah di antara dua pohon kelapa',
      altEn: 'A small health post with a red roof between two palms',
      caption: 'Pos tempat kader mencocokkan nama dan mengukur tekanan darah.',
    },
  },
  {
    name: 'desa.png',
    bytes: () => scenes.terraces(1_600, 1_000),
    says: {
      altId: 'Sawah bertingkat di kaki gunung',
      altEn: 'Rice terraces at the foot of a mountain',
      caption: 'Desa di pulau terbesar.',
    },
  },
  {
    name: 'sop-pengantaran.pdf',
    bytes: () => aPdf('SOP pengantaran obat (rekaan)'),
    says: { purpose: 'procedure', title: 'SOP pengantaran obat dengan perahu (rekaan)', proves: 'solution' },
  },
  {
    name: 'catatan-kepatuhan.csv',
    bytes: () => Buffer.from('bulan;pasien;teratur\n2023-05;120;49\n2024-05;126;105\n'),
    says: {
      purpose: 'evidence',
      title: 'Catatan kepatuhan minum obat (rekaan)',
      proves: 'results',
      isPublic: false,
    },
  },
]

/** An invented innovation of the cast, with its pictures and documents, published. @returns its slug. */
export async function demoInnovation(db: Db, files: Files, now: Date): Promise<string> {
  const asked = { organisationId: agencies.healthOffice, innovationId: null, now }
  const editId = await startEdit(db, cast.author, asked)
  await saveEdit(db, cast.author, { id: editId, revision: 0, content, now })
  for (const { name, bytes, says } of given) {
    const file = { bytes: bytes(), name }
    const id = await attachFile(db, cast.author, { editId, given: file, files, now })
    await describeFile(db, cast.author, { editId, id, description: { ...shown, ...says }, now })
  }
  const { slug } = await takeEditStep(db, cast['local admin'], { id: editId, step: 'publish', now })
  return slug!
}
