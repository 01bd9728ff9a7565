import type { SameTexts } from './same-texts.ts'

const id = {
  pages: 'Halaman hasil',
  previous: 'Sebelumnya',
  next: 'Berikutnya',
  faults: (count: number) => `Ada ${count} hal yang perlu diperbaiki`,
  source: 'Sumber',
  table: 'Tabel',
  download: 'Unduh CSV',
  method: 'Metode',
  permanent: 'Tautan tetap',
  reason: 'Alasan',
  reasonMore: 'Keterangan',
  choose: 'Pilih',
}

const en: SameTexts<typeof id> = {
  pages: 'Pages of results',
  previous: 'Previous',
  next: 'Next',
  faults: (count) => (count === 1 ? 'One thing needs mending' : `${count} things need mending`),
  source: 'Source',
  table: 'Table',
  download: 'Download CSV',
  method: 'Method',
  permanent: 'Permanent link',
  reason: 'Reason',
  reasonMore: 'More about it',
  choose: 'Choose',
}

export const partTexts = { id, en }
