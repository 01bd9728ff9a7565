import type { SameTexts } from './same-texts.ts'

const id = {
  title: 'Riset: mulai dari mana',
  description:
    'Daerah mana yang, bila memulai lebih dulu, menurut model membawa inovasi ke paling banyak daerah lain.',
  mark: 'Riset',
  lead: 'Bila sebuah inovasi hanya dapat dimulai di beberapa tempat, di mana sebaiknya? Jawabannya bergantung pada model, jadi ini bahan diskusi, bukan keputusan.',
  needsNetwork: 'Belum dapat dihitung',
  needsNetworkSays: 'Perhitungan ini bertumpu pada jaringan siapa mengikuti siapa, yang datanya belum cukup.',
  network: 'Lihat apa yang kurang',
  budget: 'Banyaknya tempat mulai',
  budgetHint: (most: string) => `Bilangan bulat dari 1 sampai ${most}.`,
  must: 'Harus termasuk (boleh kosong)',
  mustHint: 'Nama daerah, dipisahkan koma. Misalnya: Kabupaten Banyuwangi, Kota Solok',
  compute: 'Hitung',
  badBudget: (most: string) => `Tulis bilangan bulat dari 1 sampai ${most}.`,
  unknown: (names: string) =>
    `Tidak ada daerah bernama ${names}. Tulis nama lengkapnya, misalnya "Kabupaten Banyuwangi".`,
  tooMany:
    'Yang harus termasuk lebih banyak daripada tempat mulainya. Tambah tempat mulainya, atau kurangi daftarnya.',
  finding: ({ seeds, reached, of }: Record<'seeds' | 'reached' | 'of', string>) =>
    `${seeds} tempat mulai membawa inovasi ke ${reached} dari ${of} daerah`,
  subtitle:
    'Rata-rata dari 400 simulasi sepanjang jalur yang stabil. Yang dipilih ialah yang sampai paling jauh.',
  bound: (bound: string) =>
    `Tidak ada pilihan sebanyak ini yang mencapai lebih dari ${bound} daerah dalam simulasi ini.`,
  compare: 'Dibandingkan',
  rows: {
    best: 'Pilihan model',
    hubs: (count: string) => `${count} kota tempat hub sekarang berkedudukan`,
    random: 'Diundi',
    randomRange: (low: string, high: string) => `9 dari 10 undian: ${low}–${high}`,
  },
  noHubs: 'Kota tempat hub sekarang berkedudukan tidak ada dalam jaringan ini.',
  head: ['Cara memilih', 'Daerah tercapai', 'Separuhnya dalam'],
  soon: (median: string, low: string, high: string) => `${median} bulan (${low}–${high})`,
  soonSays:
    'Separuhnya: bulan sampai setengah dari daerah lain yang tercapai sudah memulai; nilai tengah, dan di antaranya 9 dari 10 simulasi. Jedanya jeda jaringan itu sendiri, jadi cepat untuk sedikit daerah bukan lebih baik daripada lambat untuk banyak.',
  order: 'Urutan pilihan',
  orderHead: ['Tempat mulai', 'Tercapai sampai di sini'],
  alt: 'Peta tempat mulai',
  source: 'jaringan siapa mengikuti siapa',
  caution: 'Yang perlu diingat',
  cautions: [
    'Jaringannya sendiri simpulan. Tempat mulai yang baik menurut model belum tentu mau, mampu, atau membutuhkan.',
    'Hub dibandingkan lewat kota tempatnya berkedudukan; hub sebenarnya mendampingi seluruh provinsinya.',
    'Pemilihan bertahap menjamin sedikitnya 63 persen dari yang terbaik; batas di atas biasanya menunjukkan jauh lebih dekat.',
  ],
}

export const seedingTexts: Record<'id' | 'en', SameTexts<typeof id>> = {
  id,
  en: {
    title: 'Research: where to begin',
    description: 'Which regions, beginning first, would by the model carry an innovation to most others.',
    mark: 'Research',
    lead: 'If an innovation can begin in a few places only, where should it? The answer depends on a model: something to discuss, not a decision.',
    needsNetwork: 'It can not be computed yet',
    needsNetworkSays: 'It rests on the network of who follows whom, for which too little is known.',
    network: 'See what is missing',
    budget: 'How many places to begin',
    budgetHint: (most) => `A whole number from 1 to ${most}.`,
    must: 'Must be among them (may be empty)',
    mustHint: 'Names of regions, separated by commas. For example: Kabupaten Banyuwangi, Kota Solok',
    compute: 'Compute',
    badBudget: (most) => `Write a whole number from 1 to ${most}.`,
    unknown: (names) =>
      `There is no region called ${names}. Write the whole name, for example "Kabupaten Banyuwangi".`,
    tooMany: 'More must be among them than there are places. Raise the number, or shorten the list.',
    finding: ({ seeds, reached, of }) => `${seeds} places carry an innovation to ${reached} of ${of} regions`,
    subtitle: 'Mean of 400 simulations along the stable ways. Chosen is what reaches furthest.',
    bound: (bound) => `No choice of as many reaches more than ${bound} regions in these simulations.`,
    compare: 'Compared',
    rows: {
      best: 'Chosen by the model',
      hubs: (count) => `${count} cities where hubs are seated today`,
      random: 'By lot',
      randomRange: (low, high) => `9 of 10 lots: ${low}–${high}`,
    },
    noHubs: 'No city where a hub is seated today is in this network.',
    head: ['Chosen how', 'Regions reached', 'Half of them within'],
    soon: (median, low, high) => `${median} months (${low}–${high})`,
    soonSays:
      'Half of them: months until half of the other regions that are reached have begun; the median, and what 9 of 10 simulations lie between. Delays are those of the network itself, so soon for a few is no better than slow for many.',
    order: 'In the order of choice',
    orderHead: ['Place', 'Reached so far'],
    alt: 'Map of where to begin',
    source: 'the network of who follows whom',
    caution: 'To keep in mind',
    cautions: [
      'The network itself is inferred. A good place by the model may not be willing, able or in need.',
      'Hubs are compared by the city where they are seated; a real hub guides all of its province.',
      'Choosing step by step is sure to reach 63 per cent of the best; the bound above usually shows that it is much nearer.',
    ],
  },
}
