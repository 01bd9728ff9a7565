import type { SameTexts } from './same-texts.ts'

const id = {
  title: 'Kelompok daerah',
  description: 'Apakah daerah yang bertetangga cenderung memulai hal yang sama, di mana, dan sejak kapan.',
  lead: 'Inovasi sering menyebar lewat tetangga. Halaman ini memeriksa apakah pola itu lebih kuat daripada kebetulan, dan di mana ia tampak.',
  all: 'Semua inovasi',
  choose: 'Yang dilihat',
  years: 'Akhir tahun',
  waiting: 'Analisis ini sedang dihitung untuk pertama kali',
  none: 'Belum ada yang cukup tersebar untuk diperiksa',
  noneSays: (regions: string) => `Kelompok dicari mulai ${regions} daerah yang memulai.`,
  together: 'Daerah yang bertetangga cenderung memulai hal yang sama',
  apart: 'Daerah yang bertetangga justru cenderung berbeda',
  byChance: 'Polanya tidak lebih kuat daripada kebetulan',
  found: ({ groups, regions }: Record<'groups' | 'regions', string>) =>
    `${groups} kelompok, ${regions} daerah`,
  noGroups: 'Tidak ada kelompok yang menonjol',
  subtitle: ({ what, year, adopted, of }: Record<'what' | 'year' | 'adopted' | 'of', string>) =>
    `${what}, akhir ${year}: ${adopted} dari ${of} pemerintah daerah sudah memulai.`,
  dots: 'Titik hijau: daerah dalam kelompok, yaitu yang memulainya di antara tetangga yang juga memulai.',
  dotsOfAll:
    'Titik hijau: daerah dalam kelompok, yaitu yang memulai banyak inovasi di antara tetangga yang juga begitu.',
  figure: ({ moran, expected, p }: Record<'moran' | 'expected' | 'p', string>) =>
    `I Moran ${moran}; tanpa pola akan sekitar ${expected}. Peluang sejauh itu karena kebetulan: ${p}.`,
  hot: 'dalam kelompok',
  other: 'sudah memulai, di luar kelompok',
  alt: 'Peta kelompok daerah',
  source: 'klaim bertanggal di situs ini',
  table: 'Dari tahun ke tahun',
  head: ['Akhir tahun', 'Sudah memulai', 'I Moran', 'Peluang kebetulan', 'Dalam kelompok'],
  groups: 'Kelompoknya',
  group: (count: string, names: string, p: string) =>
    `${count} daerah: ${names}. Peluang sebesar itu karena kebetulan: ${p}.`,
  more: (count: string) => `dan ${count} lagi`,
  caution:
    'Berdekatan bukan sebab. Tetangga sering juga mirip dalam hal lain, satu provinsi, atau diresmikan bersama; pembukaan dalam angkatan ikut dihitung di sini, karena yang ditanyakan hanya di mana.',
  how: 'Tetangga adalah enam pemerintah daerah terdekat. Kelompok disebut hanya bila lebih besar daripada kelompok terbesar dalam 95 persen dari 999 pengacakan; jadi banyaknya daerah yang diperiksa sudah diperhitungkan.',
}

export const clustersTexts: Record<'id' | 'en', SameTexts<typeof id>> = {
  id,
  en: {
    title: 'Clusters of regions',
    description: 'Whether neighbouring regions tend to begin the same things, where, and since when.',
    lead: 'Innovations often spread through neighbours. This page looks whether that pattern is stronger than chance, and where it is seen.',
    all: 'All innovations',
    choose: 'Looking at',
    years: 'End of',
    waiting: 'This analysis is being computed for the first time',
    none: 'Nothing has spread far enough yet',
    noneSays: (regions) => `Clusters are looked for from ${regions} regions on.`,
    together: 'Neighbouring regions tend to begin the same things',
    apart: 'Neighbouring regions tend to differ',
    byChance: 'The pattern is no stronger than chance',
    found: ({ groups, regions }) => `${groups} clusters, ${regions} regions`,
    noGroups: 'No cluster stands out',
    subtitle: ({ what, year, adopted, of }) =>
      `${what}, end of ${year}: ${adopted} of ${of} local governments had begun.`,
    dots: 'Green dots: regions in a cluster, which began it among neighbours that did too.',
    dotsOfAll:
      'Green dots: regions in a cluster, which began many innovations among neighbours that did too.',
    figure: ({ moran, expected, p }) =>
      `Moran's I ${moran}; without any pattern it would be about ${expected}. Chance of being so far from it: ${p}.`,
    hot: 'in a cluster',
    other: 'begun, in no cluster',
    alt: 'Map of clusters of regions',
    source: 'dated claims on this site',
    table: 'Year by year',
    head: ['End of', 'Begun', "Moran's I", 'Chance', 'In a cluster'],
    groups: 'The clusters',
    group: (count, names, p) => `${count} regions: ${names}. Chance of being so large: ${p}.`,
    more: (count) => `and ${count} more`,
    caution:
      'Being near is no cause. Neighbours are often alike in other ways too, of one province, or inaugurated together; openings in batches count here, since the question is only where.',
    how: 'Neighbours are the six nearest local governments. A cluster is named only where it is larger than the largest one in 95 per cent of 999 shuffles, which allows for how many regions are looked at.',
  },
}
