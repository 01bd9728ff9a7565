import type { SameTexts } from './same-texts.ts'

const id = {
  title: 'Penyebaran',
  heading: 'Bagaimana inovasi menyebar di Indonesia',
  lead: 'Peta menurut tahun, kurva, dan tabel, untuk setiap inovasi yang catatan daerahnya sudah ada.',
  choose: 'Pilih inovasi',
  all: 'Semua',
  strength: 'Kekuatan klaim',
  show: 'Tampilkan',
  mapSubtitle:
    'Daerah menurut tahun pertama tercatat. Satu titik, satu kabupaten atau kota; makin terang makin baru.',
  upToYear: 'daerah sampai tahun terpilih',
  curves: 'Kurva, satu per satu',
  curveSubtitle: 'Jumlah kumulatif daerah menurut tanggal yang diketahui',
  gridSubtitle:
    'Satu kotak, satu provinsi: bagian pemerintah daerah dengan catatan bertanggal. Setiap provinsi sama besar di gambar ini.',
  borders: 'Menurut provinsi',
  bordersAs: { now: 'Provinsi sekarang', past: 'Provinsi pada saat itu' },
  bordersNow:
    'Setiap daerah dihitung di provinsinya sekarang, juga yang waktu itu masih bagian dari provinsi lain.',
  bordersThen: (first: string, last: string) =>
    `Setiap daerah dihitung di provinsinya pada tanggal kejadian. Pembandingnya pemerintah daerah yang pernah berada di provinsi itu antara ${first} dan ${last}.`,
  bordersMoved: 'Yang pindah di antaranya terhitung di kedua provinsi.',
  notFounded: (name: string) => `${name} (waktu itu belum dibentuk)`,
  table: 'Tabel menurut provinsi',
  compare: 'Inovasi yang menyebar',
  mostOf: (shown: string, all: string) => `${shown} yang paling luas menyebar dari ${all} inovasi.`,
  allSpreading: 'Semua, menurut jumlah replikasi',
  compareHead: ['Inovasi', 'Per tahun', 'Bertanggal', 'Tanpa tanggal', 'Kekuatan'],
  mapFinding: (regions: string, innovations: string) =>
    `${regions} daerah tercatat pada sedikitnya satu dari ${innovations} inovasi yang menyebar`,
  sourceLine: 'catatan klaim di Semai, masing-masing dengan sumber dan tanggalnya.',
  none: 'Belum ada klaim yang tercatat',
  noneMore: 'Begitu ada, peta dan kurvanya muncul di sini.',
  empty: 'Belum ada klaim dengan kekuatan ini. Pilih kekuatan lain untuk melihat peta.',
  programmes: 'Program nasional',
  programmesLead:
    'Program yang dijalankan banyak pemerintah daerah, dengan catatan daerah demi daerah. Program dicatat tersendiri di samping inovasi.',
  owner: 'Pemilik program',
  regions: 'daerah bertanggal',
  official: (count: string, day: string) => `Hitungan resmi ${count} pada ${day}`,
  since: 'Sejak',
  open: 'Lihat penyebarannya',
}

const en: SameTexts<typeof id> = {
  title: 'Spread',
  heading: 'How innovations spread in Indonesia',
  lead: 'Maps through time, curves and tables for every innovation that has a record region by region.',
  choose: 'Choose an innovation',
  all: 'All',
  strength: 'Strength of claim',
  show: 'Show',
  mapSubtitle: 'Regions by first year on record. One dot is one regency or city; the lighter, the newer.',
  upToYear: 'regions up to the chosen year',
  curves: 'The curves, one by one',
  curveSubtitle: 'Cumulative number of regions by known date',
  gridSubtitle:
    'One tile, one province: share of local governments with a dated record. Every province is the same size in this picture.',
  borders: 'By province',
  bordersAs: { now: 'Provinces of today', past: 'Provinces at the time' },
  bordersNow:
    'Every region counts in its province of today, also where it was part of another one at the time.',
  bordersThen: (first, last) =>
    `Every region counts in the province it was in on the day. Compared with the governments that were ever in that province between ${first} and ${last}.`,
  bordersMoved: 'Those that moved in between count in both.',
  notFounded: (name) => `${name} (not founded at the time)`,
  table: 'Table by province',
  compare: 'Innovations that spread',
  mostOf: (shown, all) => `The ${shown} most widely spread of ${all} innovations.`,
  allSpreading: 'All of them, by number of replications',
  compareHead: ['Innovation', 'Each year', 'With a date', 'Without a date', 'Strength'],
  mapFinding: (regions, innovations) =>
    `${regions} regions are on record with at least one of the ${innovations} innovations that spread`,
  sourceLine: 'claims on record in Semai, each with its source and date.',
  none: 'No claim is on record yet',
  noneMore: 'Once there is one, its map and curve appear here.',
  empty: 'There is no claim of this strength yet. Choose another strength to see the map.',
  programmes: 'National programmes',
  programmesLead:
    'Programmes that many local governments run, with a record region by region. They are kept beside the innovations.',
  owner: 'Programme owner',
  regions: 'regions with a date',
  official: (count, day) => `Official count ${count} on ${day}`,
  since: 'Since',
  open: 'See how it spread',
}

export const spreadTexts = { id, en }
