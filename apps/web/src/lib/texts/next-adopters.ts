import type { SameTexts } from './same-texts.ts'

const id = {
  title: 'Siapa berikutnya',
  link: 'Daerah mana yang mungkin berikutnya',
  of: (name: string) => `Siapa berikutnya: ${name}`,
  description: (name: string) => `Daerah yang menurut model paling mungkin memulai ${name} dalam 12 bulan.`,
  lead: 'Peluang menurut model bahwa suatu daerah memulai inovasi ini dalam 12 bulan. Perkiraan dari catatan terbuka, bukan rencana siapa pun dan bukan penilaian.',
  finding: (count: string, most: string) => `${count} daerah belum memulai; peluang tertinggi ${most}`,
  subtitle: (day: string) =>
    `Peluang memulai dalam 12 bulan sejak ${day}. Titik: peluang. Garis: rentang 95 persen.`,
  source: 'klaim bertanggal dan angka daerah di situs ini',
  region: 'Daerah',
  innovation: 'Inovasi',
  chance: 'Peluang',
  range: 'Rentang',
  between: (lower: string, upper: string) => `${lower} sampai ${upper}`,
  reasons: 'Alasan terkuat, dibanding daerah lain yang belum memulai',
  raises: 'menaikkan peluang',
  lowers: 'menurunkan peluang',
  noReason: 'tidak ada yang membedakannya',
  shown: (from: string, to: string, all: string) => `${from}–${to} dari ${all}`,
  ofRegion: {
    title: 'Inovasi berikutnya',
    link: 'Inovasi yang mungkin dimulai berikutnya',
    of: (name: string) => `Inovasi berikutnya: ${name}`,
    description: (name: string) =>
      `Inovasi yang menurut model paling mungkin dimulai ${name} dalam 12 bulan.`,
    lead: 'Peluang menurut model bahwa daerah ini memulai suatu inovasi dalam 12 bulan. Perkiraan dari catatan terbuka, bukan rencana siapa pun dan bukan penilaian.',
    finding: (count: string, most: string) => `${count} inovasi belum dimulai; peluang tertinggi ${most}`,
    none: 'Tidak ada inovasi yang diperingkat untuk daerah ini',
    noneSays:
      'Peringkat dibuat untuk pemerintah daerah dan inovasi yang dimulai paling sedikit 10 daerah pada tanggalnya sendiri, dan yang belum dijalankannya.',
  },
  reasonWords: {
    neighbours: {
      more: 'lebih banyak tetangganya sudah memulai',
      less: 'lebih sedikit tetangganya yang sudah memulai',
    },
    history: {
      more: 'lebih sering memulai hal baru daripada daerah lain',
      less: 'lebih jarang memulai hal baru daripada daerah lain',
    },
    nearest: {
      more: 'mirip dengan daerah yang sudah memulai',
      less: 'kurang mirip dengan daerah yang sudah memulai',
    },
    population: {
      more: 'penduduknya lebih banyak dari rata-rata',
      less: 'penduduknya lebih sedikit dari rata-rata',
    },
    product: {
      more: 'pendapatan per orang lebih tinggi dari rata-rata',
      less: 'pendapatan per orang lebih rendah dari rata-rata',
    },
    poverty: {
      more: 'bagian penduduk miskin lebih besar dari rata-rata',
      less: 'bagian penduduk miskin lebih kecil dari rata-rata',
    },
    hdi: {
      more: 'pembangunan manusia lebih tinggi dari rata-rata',
      less: 'pembangunan manusia lebih rendah dari rata-rata',
    },
    underdeveloped: { more: 'termasuk daerah tertinggal', less: 'bukan daerah tertinggal' },
  },
  off: {
    waiting: 'Peringkat belum dihitung',
    waitingSays:
      'Perhitungan berjalan di samping situs dan selesai dalam beberapa menit. Bukalah lagi nanti.',
    few: 'Belum cukup untuk memeringkat daerah',
    fewSays: (adopted: string, least: string) =>
      `Diketahui ${adopted} pemerintah daerah memulainya pada tanggal yang tercatat. Peringkat dibuat mulai ${least}: setiap pembukaan yang dicatat dengan tanggalnya menambah.`,
    batches: 'Peringkat tidak dibuat: dibuka bersama-sama',
    batchesSays: (batched: string, adopted: string) =>
      `${batched} dari ${adopted} tanggalnya adalah tanggal peresmian bersama. Siapa yang berikutnya diputuskan oleh yang meresmikan, jadi peluang tiap daerah tidak berarti. Peringkat dibuat bila paling sedikit separuh daerah tercatat memulai pada tanggalnya sendiri.`,
    everywhere: 'Semua pemerintah daerah sudah memulainya',
    everywhereSays: 'Tidak ada lagi yang dapat diperingkat.',
    unchecked: 'Peringkat belum dapat diuji, jadi tidak ditampilkan',
    uncheckedSays:
      'Belum ada tahun yang dapat diuji ulang. Dibutuhkan sedikitnya satu inovasi yang mencapai 10 daerah paling lambat dua tahun lalu dan bertambah sesudahnya.',
    more: 'Uji ulang peringkat',
  },
  by: {
    model:
      'Diurutkan menurut model: dalam uji ulang ia mengungguli semua peringkat sederhana, dengan rentangnya.',
    popularity:
      'Model tidak terbukti mengungguli peringkat sederhana. Urutan ini memakai seberapa sering daerah memulai hal baru.',
    neighbours:
      'Model tidak terbukti mengungguli peringkat sederhana. Urutan ini memakai bagian tetangga yang sudah memulai.',
    nearest:
      'Model tidak terbukti mengungguli peringkat sederhana. Urutan ini memakai kemiripan dengan daerah yang sudah memulai.',
    random: 'Tidak ada yang terbukti lebih baik daripada undian.',
  },
  noBetter: 'Data yang ada belum membuktikan bahwa urutan ini pun lebih baik daripada undian.',
  caution:
    'Kebanyakan daerah teratas pun tidak memulai dalam setahun. Lihat seberapa sering peringkat ini benar:',
  computed: {
    noMandate:
      'Data terbuka tidak mencatat apakah suatu inovasi diwajibkan; yang dikenali hanya pembukaan bersama.',
    method: 'Cara menghitungnya',
  },
  able: {
    title: 'Tampak mampu, belum bergerak',
    of: (name: string) => `Tampak mampu, belum bergerak: ${name}`,
    lead: 'Setahun lalu daerah ini termasuk sepersepuluh teratas, dan hingga kini belum ada klaim, kebutuhan yang memilihnya, atau replikasi. Daftar untuk menawarkan bantuan; hanya terlihat oleh instansinya sendiri dan hubnya.',
    link: 'Tampak mampu, belum bergerak: siapa yang dapat dibantu',
    list: 'Yang dapat ditawari bantuan',
    none: 'Tidak ada daerah dalam daftar ini',
    noneSays: 'Daftar ini mengikuti perhitungan peringkat dan dapat berubah setiap kali data berubah.',
    start: 'Catat kebutuhan',
    desk: 'Tugas saya',
  },
}

export const nextAdopterTexts: Record<'id' | 'en', SameTexts<typeof id>> = {
  id,
  en: {
    title: 'Who comes next',
    link: 'Which regions may come next',
    of: (name) => `Who comes next: ${name}`,
    description: (name) => `Regions most likely by the model to begin ${name} within 12 months.`,
    lead: 'The modelled chance that a region begins this innovation within 12 months. An estimate from open records; nobody’s plan, and no verdict.',
    finding: (count, most) => `${count} regions have not begun; the highest chance is ${most}`,
    subtitle: (day) => `Chance to begin within 12 months from ${day}. Dot: chance. Line: 95 per cent limits.`,
    source: 'dated claims and figures of regions on this site',
    region: 'Region',
    innovation: 'Innovation',
    chance: 'Chance',
    range: 'Limits',
    between: (lower, upper) => `${lower} to ${upper}`,
    reasons: 'Strongest reasons, compared with others that have not begun',
    raises: 'raises the chance',
    lowers: 'lowers the chance',
    noReason: 'nothing sets it apart',
    shown: (from, to, all) => `${from}–${to} of ${all}`,
    ofRegion: {
      title: 'Innovations that may come next',
      link: 'Innovations that may come next',
      of: (name) => `What may come next: ${name}`,
      description: (name) => `Innovations most likely by the model to be begun by ${name} within 12 months.`,
      lead: 'The modelled chance that this region begins an innovation within 12 months. An estimate from open records; nobody’s plan, and no verdict.',
      finding: (count, most) => `${count} innovations not begun here; the highest chance is ${most}`,
      none: 'No innovation is ranked for this region',
      noneSays:
        'Ranked are governments of regions, and innovations that at least 10 regions began on days of their own and that do not run here.',
    },
    reasonWords: {
      neighbours: {
        more: 'more of its neighbours have begun',
        less: 'fewer of its neighbours have begun',
      },
      history: {
        more: 'begins new things more often than others',
        less: 'begins new things less often than others',
      },
      nearest: {
        more: 'is like regions that have begun',
        less: 'is less like regions that have begun',
      },
      population: {
        more: 'has more residents than average',
        less: 'has fewer residents than average',
      },
      product: {
        more: 'has a higher product per person than average',
        less: 'has a lower product per person than average',
      },
      poverty: {
        more: 'has a larger share of poor residents than average',
        less: 'has a smaller share of poor residents than average',
      },
      hdi: {
        more: 'has a higher human development than average',
        less: 'has a lower human development than average',
      },
      underdeveloped: { more: 'is an underdeveloped area', less: 'is no underdeveloped area' },
    },
    off: {
      waiting: 'The ranking has not been computed yet',
      waitingSays: 'It is computed beside the site and takes some minutes. Please look again later.',
      few: 'Too little is known to rank regions',
      fewSays: (adopted, least) =>
        `${adopted} governments are known to have begun it on a recorded day. Regions are ranked from ${least} on: every opening that is recorded with its day adds one.`,
      batches: 'Not ranked: opened together',
      batchesSays: (batched, adopted) =>
        `${batched} of its ${adopted} days are those of joint inaugurations. Who comes next is decided by those who inaugurate, so that a chance for each region means nothing. It is ranked once at least half of the regions are known to have begun on days of their own.`,
      everywhere: 'All governments have begun it',
      everywhereSays: 'Nobody is left to rank.',
      unchecked: 'The ranking can not be checked yet, so it is not shown',
      uncheckedSays:
        'There is no past year to look back at. It takes one innovation that had reached 10 regions two years ago and went on spreading.',
      more: 'Looking back at the ranking',
    },
    by: {
      model: 'Ranked by the model: looking back, it lies above every simple ranking by its limits.',
      popularity:
        'The model is not shown to be better than simple rankings. This one goes by how often a region begins new things.',
      neighbours:
        'The model is not shown to be better than simple rankings. This one goes by the share of neighbours that have begun.',
      nearest:
        'The model is not shown to be better than simple rankings. This one goes by likeness to regions that have begun.',
      random: 'Nothing is shown to be better than drawing lots.',
    },
    noBetter: 'The data so far do not show that this one, too, is better than drawing lots.',
    caution:
      'Most regions, the first ones too, do not begin within the year. See how often this ranking is right:',
    computed: {
      noMandate:
        'The open data do not say whether an innovation was made compulsory; only joint openings are recognised.',
      method: 'How it is computed',
    },
    able: {
      title: 'Able, not moving yet',
      of: (name) => `Able, not moving yet: ${name}`,
      lead: 'A year ago these were among the first tenth, and there is still no claim, no need that chose it and no replication. A list for offering help, seen by the agency itself and its hub only.',
      link: 'Able, not moving yet: who could be helped',
      list: 'Help could be offered here',
      none: 'No region is on this list',
      noneSays: 'The list follows the ranking and may change whenever the data do.',
      start: 'Record a need',
      desk: 'My desk',
    },
  },
}
