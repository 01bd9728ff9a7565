import { emptyContent } from '@semai/domain/innovations/innovation-content.form'
import type { InnovationContent } from '@semai/domain/innovations/innovation-content.form'
import type { Db } from '@semai/store/db/transaction'

const toldProblem =
  'Pasien penyakit menahun di pulau kecil harus menyeberang sehari penuh untuk mengambil obat. Ongkosnya setara upah tiga hari. Akibatnya 41 dari 100 pasien tidak mengambil obat bulan berikutnya, dan banyak yang berhenti berobat.'

const toldSolution =
  'Perawat desa mendata pasien yang obatnya tetap. Apoteker puskesmas menyiapkan obat sebulan dalam kantong bernama. Setiap Senin kantong itu dititipkan pada perahu nelayan yang memang melaut ke pulau, dengan tanda terima di kedua ujung. Kader menyerahkannya ke rumah pasien, menanyakan keluhan, dan melapor lewat pesan singkat. Obat yang tidak terserahkan kembali pada hari yang sama.'

/** A text of an invented innovation that has all that publishing asks for; its category needs `aCategory`. */
export const completeContent: InnovationContent = {
  ...emptyContent,
  name: 'Antar Obat Pulau',
  summary: 'Obat rutin diantar ke pulau kecil dengan perahu nelayan setiap pekan.',
  problem: toldProblem,
  solution: toldSolution,
  users: 'Pasien penyakit menahun di pulau kecil',
  started: '2023-05',
  category: 'kesehatan',
  goals: [3],
}

/** Inserts the category of the complete text, where the shipped data is not loaded. */
export async function aCategory(db: Db): Promise<void> {
  const category = { scheme: '2021', key: 'kesehatan', name_id: 'Kesehatan', name_en: 'Health', position: 3 }
  await db.insertInto('category').values(category).execute()
}
