import type { SameTexts } from './same-texts.ts'

const id = {
  title: 'Papan kementerian pengampu',
  lead: 'Semua program peningkatan skala di satu halaman: capaian, letak, temuan yang masih terbuka, dan lajunya.',
  open: 'Papan semua program',
  ministry: 'Kementerian pengampu',
  all: 'Semua',
  none: 'Belum ada program peningkatan skala',
  noneSays: 'Program dicatat kementerian pengampunya. Begitu ada, capaiannya tampil di sini.',
  source: 'program, klaim, replikasi, dan temuan di situs ini',
  subtitle: (day: string) => `Per ${day}.`,
  programme: 'Program',
  coverage: {
    title: (met: string, all: string) => `${met} dari ${all} program bersasaran sudah mencapainya`,
    untargeted: 'Sasaran belum ditetapkan untuk satu program pun',
    subtitle:
      'Daerah sasaran yang sudah tercatat; tanpa daftar, semua daerah yang tercatat dibanding jumlah sasaran.',
    caption: 'Capaian terhadap sasaran',
    reached: 'Tercatat',
    target: 'Sasaran',
    share: 'Capaian',
    notSet: 'belum ditetapkan',
  },
  sides: {
    title: (inside: string, outside: string, unknown: string) =>
      `${inside} klaim di dalam program, ${outside} di luar, ${unknown} belum dapat dipisahkan`,
    subtitle:
      'Di dalam: di daerah sasaran, atau direkomendasikan kementerian pengampu. Tanpa daftar daerah sasaran keduanya tidak dapat dipisahkan. Program tanpa keduanya tidak dicantumkan.',
    caption: 'Klaim dan replikasi di dalam dan di luar',
  },
  findings: {
    title: (open: string, older: string) => `${open} temuan terbuka, ${older} sudah lebih dari 180 hari`,
    subtitle:
      'Menurut lamanya sejak ditemukan; satu atau dua tidak dirinci untuk umum. Unitnya tidak disebut.',
    caption: 'Temuan terbuka menurut umur',
    partly: 'Temuan yang masih terbuka, menurut lamanya',
    few: 'kurang dari 3',
  },
  pace: {
    title: (recent: string) => `${recent} daerah baru dalam 12 bulan terakhir`,
    subtitle:
      'Daerah baru tiap tahun menurut tanggal yang diketahui, di samping yang diperlukan per tahun agar sasaran tercapai.',
    caption: 'Laju dari tahun ke tahun',
    years: (from: string, to: string) => `${from}–${to}`,
    recent: '12 bulan terakhir',
    needed: 'Diperlukan per tahun',
    until: (count: string, year: string) => `${count} (sampai ${year})`,
    late: (count: string, year: string) => `${count} (sasaran ${year} sudah lewat)`,
    unknown: 'tanpa tahun sasaran',
  },
}

const en: SameTexts<typeof id> = {
  title: 'Board of the ministries in charge',
  lead: 'All scaling-up programmes on one page: coverage, where it lies, findings still open, and the pace.',
  open: 'Board of all programmes',
  ministry: 'Ministry in charge',
  all: 'All',
  none: 'No scaling-up programme yet',
  noneSays: 'Programmes are recorded by the ministry in charge. Once there is one, it stands here.',
  source: 'programmes, claims, replications and findings on this site',
  subtitle: (day) => `On ${day}.`,
  programme: 'Programme',
  coverage: {
    title: (met, all) => `${met} of ${all} programmes with a target have reached it`,
    untargeted: 'No programme has a target yet',
    subtitle: 'Target regions on record; without a list, all regions on record beside the number aimed at.',
    caption: 'Coverage against the target',
    reached: 'On record',
    target: 'Target',
    share: 'Coverage',
    notSet: 'not set',
  },
  sides: {
    title: (inside, outside, unknown) =>
      `${inside} claims inside the programmes, ${outside} outside, ${unknown} that cannot be told`,
    subtitle:
      'Inside: in a target region, or recommended by the ministry in charge. Without a list of target regions they cannot be told apart. Programmes without either are left out.',
    caption: 'Claims and replications inside and outside',
  },
  findings: {
    title: (open, older) => `${open} open findings, ${older} for over 180 days`,
    subtitle: 'By how long ago they were found; one or two are not told to the public. No unit is named.',
    caption: 'Open findings by age',
    partly: 'Findings still open, by how old they are',
    few: 'fewer than 3',
  },
  pace: {
    title: (recent) => `${recent} new regions in the last twelve months`,
    subtitle: 'New regions of each year by known date, beside what is needed a year to reach the target.',
    caption: 'Pace from year to year',
    years: (from, to) => `${from}–${to}`,
    recent: 'Last 12 months',
    needed: 'Needed a year',
    until: (count, year) => `${count} (by ${year})`,
    late: (count, year) => `${count} (the target of ${year} is past)`,
    unknown: 'no target year',
  },
}

/** Texts of the board of all scaling-up programmes. */
export const programmesBoardTexts = { id, en }
