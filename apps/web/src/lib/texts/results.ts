import type { SameTexts } from './same-texts.ts'

type Interval = { effect: string; lower: string; upper: string }

const id = {
  title: 'Hasil di yang mereplikasi',
  of: (name: string) => `Hasil replikasi: ${name}`,
  description: (name: string) =>
    `Nilai indikator ${name} sebelum dan sesudah direplikasi, dibandingkan dengan instansi asalnya.`,
  lead: 'Semua yang menjalankan inovasi ini mengukur hal yang sama. Di bawah ini nilainya sebelum dan sesudah, dari laporan triwulan yang sudah diperiksa.',
  link: 'Hasil di yang mereplikasi',
  csv: 'Unduh semua nilai (CSV)',
  noIndicators: 'Belum ada indikator yang sama',
  noIndicatorsSays:
    'Rancang bangun inovasi ini belum memuat indikator. Begitu ada, setiap replikasi diminta mengukurnya.',
  blueprint: 'Buka rancang bangun',
  noReplicas: 'Belum ada yang melaksanakan',
  noReplicasSays: 'Nilai tampil setelah replikasi berjalan dan laporannya diperiksa.',
  directions: { higher: 'makin tinggi makin baik', lower: 'makin rendah makin baik' },
  noUnit: 'satuannya belum ditulis di rancang bangun, jadi nilainya belum dapat dibandingkan',
  noDirection: 'belum ditetapkan mana yang lebih baik',
  finding: {
    better: (better: string, all: string) =>
      `Membaik di ${better} dari ${all} replikasi yang dapat dibandingkan`,
    moved: (before: string, after: string) => `Nilai tengah bergerak dari ${before} menjadi ${after}`,
    few: (count: string) =>
      `Baru ${count} replikasi yang dapat dibandingkan, terlalu sedikit untuk menarik kesimpulan`,
    none: 'Belum ada replikasi yang dapat dibandingkan',
    median: (before: string, after: string) => `Nilai tengahnya ${before} sebelum dan ${after} sesudah.`,
    rest: (same: string, worse: string) => `${same} tetap dan ${worse} memburuk.`,
  },
  scale: (from: string, to: string, unit: string) => `Skala ${from}–${to} ${unit}.`,
  marks: { before: 'sebelum', after: 'sesudah', target: 'target' },
  source: 'rencana aksi yang disepakati dan laporan triwulan terverifikasi di situs ini',
  table: {
    caption: 'Nilai sebelum dan sesudah',
    who: 'Replikasi',
    picture: 'Gambar',
    before: 'Sebelum',
    after: 'Sesudah',
    target: 'Target',
    quarter: 'Laporan',
    origin: 'Instansi asal',
    originSays: 'menurut rancang bangunnya',
    short: (quarter: number, year: number) => `T${quarter} ${year}`,
  },
  shown: (shown: string, all: string) =>
    `Ditampilkan ${shown} dari ${all} replikasi yang melaporkan nilai: yang laporannya terbaru. Selebihnya ada di unduhan.`,
  counts: {
    title: 'Semua replikasi, termasuk yang diam',
    compared: 'punya nilai sebelum dan sesudah',
    no_baseline: 'melaporkan nilai, tanpa nilai sebelumnya',
    not_started: 'belum berjalan',
    other_unit: 'memakai satuan lain, jadi tidak dibandingkan',
    silent: 'berjalan atau pernah berjalan, tidak melaporkan nilai ini',
  },
  groups: {
    title: 'Menurut kelompok',
    few: (count: string) => `Baru ${count} replikasi yang merinci kelompok ini.`,
    reached: (reached: string, replicas: string) => `${reached} orang terlayani di ${replicas} replikasi`,
    share: (own: string, everybody: string, replicas: string) =>
      `${own} dari kelompok ini terlayani; ${everybody} dari semua orang di ${replicas} replikasi yang sama.`,
    overlap: 'Kelompok dapat bertumpang tindih, dan hanya sebagian replikasi yang merincinya.',
  },
  limits: {
    title: 'Cara membacanya',
    says: [
      'Sebelum dan sesudah menunjukkan perubahan, bukan sebabnya. Nilainya mungkin berubah juga tanpa inovasi ini.',
      'Replikasi sering dimulai ketika keadaan sedang buruk; sebagian perbaikan lalu datang dengan sendirinya.',
      'Nilai sebelum diambil dari rencana yang disepakati, atau laporan terakhir sebelum berjalan. Keduanya ditulis instansinya sendiri.',
      'Yang tidak melapor mungkin berbeda dari yang melapor. Jumlahnya selalu disebut.',
    ],
    method: 'Metode lengkap',
  },
  effect: {
    title: 'Dibandingkan dengan daerah yang belum mulai',
    down: ({ effect, lower, upper }: Interval) =>
      `Turun ${effect} lebih banyak daripada di daerah yang belum mulai (rentang 95 persen ${lower} sampai ${upper})`,
    up: ({ effect, lower, upper }: Interval) =>
      `Naik ${effect} lebih banyak daripada di daerah yang belum mulai (rentang 95 persen ${lower} sampai ${upper})`,
    unsure: ({ effect, lower, upper }: Interval) =>
      `Bedanya dengan daerah yang belum mulai dapat timbul karena kebetulan: ${effect} (rentang 95 persen ${lower} sampai ${upper})`,
    subtitle: (begun: string, notYet: string) =>
      `${begun} daerah yang sudah mulai, dibandingkan dengan paling banyak ${notYet} yang pada saat itu belum. Garis tegak: rentang 95 persen untuk semua titik bersama.`,
    axis: 'semester sejak mulai',
    table: 'Angka di balik gambar',
    semester: 'Semester sejak mulai',
    difference: 'Beda',
    range: 'Rentang 95 persen',
    regions: 'Daerah',
    assumptions: [
      'Andaikan tidak mulai, daerah itu akan berubah sama seperti daerah yang belum mulai. Ini tidak dapat dibuktikan.',
      'Tidak ada yang sudah berubah lebih dulu karena tahu akan mulai, dan daerah yang satu tidak memengaruhi yang lain.',
      'Daerah yang memilih mulai mungkin memang sedang membaik.',
    ],
    placebo: (p: string) =>
      `Titik sebelum mulai seharusnya dekat nol. Beda sebesar itu timbul karena kebetulan dengan peluang ${p}.`,
    noPlacebo: 'Tidak ada cukup laporan sebelum mulai untuk memeriksa andaian itu.',
    few: 'Belum cukup daerah untuk memperkirakan pengaruhnya',
    fewSays: (begun: string, needed: string) =>
      `${begun} daerah melapor sebelum dan sesudah mulai dan dapat dibandingkan; diperlukan ${needed}.`,
    fewOthers: (notYet: string, needed: string) =>
      `Pembandingnya daerah yang melapor tetapi belum mulai: sejauh ini paling banyak ${notYet} sekaligus; diperlukan ${needed}.`,
  },
}

export const resultTexts: Record<'id' | 'en', SameTexts<typeof id>> = {
  id,
  en: {
    title: 'Results where it was taken over',
    of: (name: string) => `Results of replicas: ${name}`,
    description: (name: string) =>
      `Indicators of ${name} before and after it was taken over, beside those of its origin.`,
    lead: 'Everybody who runs this innovation measures the same. Here are the values before and after, from quarterly reports that were checked.',
    link: 'Results where it was taken over',
    csv: 'Download all values (CSV)',
    noIndicators: 'There are no shared indicators yet',
    noIndicatorsSays:
      'The blueprint of this innovation has no indicators yet. Once it has, every replica is asked to measure them.',
    blueprint: 'Open the blueprint',
    noReplicas: 'Nobody carries it out yet',
    noReplicasSays: 'Values stand here once replicas run and their reports were checked.',
    directions: { higher: 'higher is better', lower: 'lower is better' },
    noUnit: 'the blueprint states no unit, so values can not be compared yet',
    noDirection: 'nobody has said which way is better',
    finding: {
      better: (better: string, all: string) => `Better in ${better} of ${all} replicas that can be compared`,
      moved: (before: string, after: string) => `The median moved from ${before} to ${after}`,
      few: (count: string) =>
        `Only ${count} ${count === '1' ? 'replica' : 'replicas'} can be compared, too few to conclude anything`,
      none: 'No replica can be compared yet',
      median: (before: string, after: string) => `The median is ${before} before and ${after} after.`,
      rest: (same: string, worse: string) => `${same} stayed the same and ${worse} became worse.`,
    },
    scale: (from: string, to: string, unit: string) => `Scale ${from} to ${to} ${unit}.`,
    marks: { before: 'before', after: 'after', target: 'target' },
    source: 'agreed action plans and verified quarterly reports on this site',
    table: {
      caption: 'Values before and after',
      who: 'Replica',
      picture: 'Picture',
      before: 'Before',
      after: 'After',
      target: 'Target',
      quarter: 'Report',
      origin: 'Origin',
      originSays: 'by its blueprint',
      short: (quarter: number, year: number) => `Q${quarter} ${year}`,
    },
    shown: (shown: string, all: string) =>
      `Shown are ${shown} of the ${all} replicas that report a value: those with the newest reports. The rest are in the download.`,
    counts: {
      title: 'All replicas, the silent ones too',
      compared: 'have a value before and after',
      no_baseline: 'report a value, with none from before',
      not_started: 'do not run yet',
      other_unit: 'use another unit, so they are not compared',
      silent: 'run or ran, and report no value of this',
    },
    groups: {
      title: 'By group',
      few: (count: string) =>
        `Only ${count} ${count === '1' ? 'replica tells' : 'replicas tell'} of this group so far.`,
      reached: (reached: string, replicas: string) => `${reached} people reached in ${replicas} replicas`,
      share: (own: string, everybody: string, replicas: string) =>
        `${own} of this group were reached; ${everybody} of everybody in the same ${replicas} replicas.`,
      overlap: 'Groups may overlap, and only some replicas tell them apart.',
    },
    limits: {
      title: 'How to read this',
      says: [
        'Before and after show a change, not its cause. Values might have changed without this innovation too.',
        'Replicas often begin when things are bad; part of what gets better then comes by itself.',
        'The value before is that of the agreed plan, or of the last report before it ran. Both were written by the agency itself.',
        'Those that do not report may differ from those that do. How many they are is always said.',
      ],
      method: 'The whole method',
    },
    effect: {
      title: 'Beside regions that have not begun',
      down: ({ effect, lower, upper }: Interval) =>
        `Fell by ${effect} more than in regions that had not begun (95 per cent limits ${lower} to ${upper})`,
      up: ({ effect, lower, upper }: Interval) =>
        `Rose by ${effect} more than in regions that had not begun (95 per cent limits ${lower} to ${upper})`,
      unsure: ({ effect, lower, upper }: Interval) =>
        `The difference to regions that had not begun can be chance: ${effect} (95 per cent limits ${lower} to ${upper})`,
      subtitle: (begun: string, notYet: string) =>
        `${begun} regions that began, compared with at most ${notYet} that had not by then. Upright lines: 95 per cent limits for all points together.`,
      axis: 'half-years since the beginning',
      table: 'Figures behind the picture',
      semester: 'Half-years since',
      difference: 'Difference',
      range: '95 per cent limits',
      regions: 'Regions',
      assumptions: [
        'Had they not begun, these regions would have changed as those that had not begun did. This can not be proven.',
        'Nobody changed in advance because it was coming, and one region does not change another.',
        'Regions that chose to begin may have been getting better anyway.',
      ],
      placebo: (p: string) =>
        `Points before the beginning should be near zero. Chance alone gives a difference that large with probability ${p}.`,
      noPlacebo: 'There are not enough reports from before to check that assumption.',
      few: 'Not enough regions to estimate an effect',
      fewSays: (begun: string, needed: string) =>
        `${begun} ${begun === '1' ? 'region' : 'regions'} reported before and after the beginning and can be compared; it takes ${needed}.`,
      fewOthers: (notYet: string, needed: string) =>
        `They are compared with regions that report and have not begun: so far at most ${notYet} at once; it takes ${needed}.`,
    },
  },
}
