import { emptyContent } from '@semai/domain/innovations/innovation-content.form'
import type { InnovationContent } from '@semai/domain/innovations/innovation-content.form'
import type { Db } from '@semai/store/db/transaction'

const words = (count: number) => Array.from({ length: count }, () => 'layanan').join(' ')

/** A text of an invented innovation that has all that publishing asks for; its category needs `aCategory`. */
export const completeContent: InnovationContent = {
  ...emptyContent,
  name: 'Antar Obat Pulau',
  summary: 'Obat rutin diantar ke pulau kecil dengan perahu nelayan setiap pekan.',
  problem: words(30),
  solution: words(50),
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
