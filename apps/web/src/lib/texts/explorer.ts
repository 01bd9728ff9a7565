import type { SameTexts } from './same-texts.ts'

const id = {
  scope: {
    programme: (name: string) => `Program ${name}`,
    agency: (name: string) => `Inovasi dari ${name}`,
    region: (name: string) => `Inovasi yang berasal dari ${name}`,
    several: (count: string) => `${count} inovasi dilihat bersama`,
    counted: (spreading: string, all: string) =>
      `${spreading} dari ${all} inovasinya tercatat di daerah lain.`,
    back: 'Lihat semua',
  },
  faults: {
    title: 'Yang diminta tidak seluruhnya dapat ditampilkan',
    unknown: (what: string) => `Tidak ada catatan bernama ${what}. Periksa kodenya di katalog.`,
    allInstead: 'Di bawah ini semua inovasi.',
    leftOut: (most: string, what: string) =>
      `Paling banyak ${most} inovasi dapat dilihat bersama. Tidak ikut: ${what}.`,
    mixed: 'Alamat ini meminta lebih dari satu pilihan. Yang dipakai: pilihan yang paling sempit.',
  },
  pick: {
    further: (count: string) => `${count} inovasi lain`,
    title: 'Lihat beberapa inovasi bersama',
    togetherHint: (most: string) => `Paling banyak ${most} inovasi.`,
    show: 'Tampilkan bersama',
    others: 'Inovasi satu program, instansi, atau daerah asal dapat dibuka dari halamannya masing-masing.',
    beside: 'Sandingkan dengan',
    besideShow: 'Sandingkan',
    choose: 'Pilih satu',
  },
  units: { regions: 'daerah', openings: 'peresmian' },
  adopters: {
    local: (count: string) => `${count} pemerintah kabupaten dan kota, Jakarta dihitung satu`,
    governments: (count: string) => `${count} pemerintah daerah`,
    places: (count: string) => `${count} daerah di peta`,
  },
  curve: {
    finding: (count: string, unit: string, year: string) =>
      `Bila pola ini berlanjut: sekitar ${count} ${unit} pada akhir ${year}`,
    counted: (count: string, unit: string) => `${count} ${unit} bertanggal sejauh ini`,
    unknown: 'Belum dapat diperkirakan',
    subtitle: (unit: string, adopters: string) =>
      `Jumlah kumulatif ${unit} menurut tanggal pertama. Batas atas: ${adopters}.`,
    none: 'Belum ada tanggal dalam tahun yang sudah selesai.',
    few: (years: string, filled: string) =>
      `Kurva perlu sedikitnya ${years} tahun, dan tanggal pada sedikitnya ${filled} di antaranya. Yang digambar hanya hitungannya.`,
    unidentified:
      'Data belum cukup untuk mengenali lajunya: galat bakunya lebih dari setengah nilainya. Yang digambar hanya hitungannya, tanpa perkiraan.',
    residual: (count: string, unit: string) =>
      `Dalam satu tahun, jumlah nyata biasanya berjarak sekitar ${count} ${unit} dari kurva.`,
    peak: (year: string) => `Menurut kurva, tahun tersibuk sekitar ${year}.`,
    falling: 'Tidak terlihat saling mencontoh: jumlah baru hanya menurun sejak awal.',
    beforePeak: 'Data berakhir sebelum puncak. Lanjutannya bertumpu pada bentuk kurva, bukan pada data.',
    held: (count: string) => `Batas ${count} kami tetapkan, bukan hasil hitungan.`,
    free: (count: string) => `Tanpa ditetapkan, datanya sendiri menunjuk ${count}.`,
    freeBelow: (count: string) =>
      `Tanpa ditetapkan, datanya sendiri menunjuk ${count}: kurang dari yang sudah tercatat, jadi tidak dapat dipakai.`,
    freeUnknown: 'Datanya sendiri belum menunjukkan batas.',
    ceremonies:
      'Banyak tanggalnya peresmian bersama. Jadwal peresmian berikutnya dapat mengubah lanjutannya kapan saja.',
    bounds: (count: string) =>
      `${count} daerah lain hanya diketahui batas akhirnya. Kurva tidak menghitungnya.`,
    several:
      'Beberapa inovasi dihitung bersama sebagai adopsi, satu per inovasi per daerah. Kurvanya tidak dicocokkan: satu laju untuk semuanya bukan laju siapa pun.',
    table: 'Tabel menurut tahun',
    head: ['Tahun', 'Baru', 'Menurut kurva', 'Jumlah', 'Rentang 95%'],
    expected: 'perkiraan',
    adoptions: 'Adopsi menurut tahun',
    adoptionsFinding: (count: string, year: string) => `${count} adopsi sejauh ini, terbanyak pada ${year}`,
    adoptionsSubtitle: 'Satu adopsi: satu inovasi di satu daerah, pada tanggal pertamanya.',
  },
  back: {
    finding: ({
      from,
      said,
      came,
      unit,
      until,
    }: Record<'from' | 'said' | 'came' | 'unit' | 'until', string>) =>
      `Seandainya diramal akhir ${from}: ${said} ${unit} sampai akhir ${until}, yang datang ${came}`,
    subtitle: (year: string, unit: string) =>
      `Jumlah kumulatif ${unit}. Pita dibuat hanya dari data sampai akhir ${year}; garis tebal adalah yang kemudian tercatat.`,
    from: 'Diramal dari akhir tahun',
    head: ['Tahun', 'Ramalan', 'Rentang 95%', 'Yang datang', 'Ramalan − nyata', 'Dalam rentang'],
    yes: 'ya',
    no: 'tidak',
    error: (count: string, within: string, all: string) =>
      `Rata-rata meleset ${count} per tahun; ${within} dari ${all} tahun jatuh di dalam rentangnya.`,
    better: (count: string) => `Tebakan "sebanyak tahun lalu" meleset ${count}: kurva lebih dekat.`,
    worse: (count: string) => `Tebakan "sebanyak tahun lalu" meleset ${count}: kurva tidak lebih baik.`,
    undated: (count: string, day: string, gap: string) =>
      `Hitungan resmi pada ${day} adalah ${count}; ${gap} belum bertanggal. Tahun-tahun terakhir dapat bertambah bila tanggalnya ditemukan.`,
    weak: 'Saat itu datanya sendiri belum cukup untuk mengenali laju.',
  },
  shares: {
    title: 'Menurut wilayah',
    islands: (first: string, share: string) => `${first} paling jauh: ${share} pemerintah daerahnya`,
    islandsSubtitle:
      'Bagian dari yang bisa mengadopsi di tiap kelompok pulau, menurut akhir tahun. Semua gambar memakai sumbu yang sama; garis pucat adalah kelompok lain.',
    remoteness: (remote: string, others: string) => `Daerah tertinggal ${remote}, daerah lain ${others}`,
    remotenessSubtitle: (count: string) =>
      `Bagian dari pemerintah daerahnya sendiri, menurut akhir tahun: ${count} kabupaten dalam daftar daerah tertinggal 2020–2024, dan yang lain. Daftar terdepan dan terluar belum dimuat.`,
    names: { remote: 'Daerah tertinggal', others: 'Daerah lain' },
    provinces: (complete: string, none: string) =>
      `Provinsi demi provinsi: ${complete} sudah lengkap, ${none} belum satu pun`,
    provincesSubtitle:
      'Bagian dari yang bisa mengadopsi di provinsi itu, menurut akhir tahun. Sumbunya sama; garis pucat adalah provinsi lain.',
    of: (reached: string, all: string) => `${reached} dari ${all}`,
    head: ['Kelompok', 'Sudah', 'Dari', 'Bagian'],
    table: 'Tabel bagian menurut tahun',
  },
  clusters: {
    alike: 'Provinsi yang berdekatan cenderung serupa',
    none: 'Provinsi yang berdekatan tidak lebih serupa daripada kebetulan',
    unlike: 'Provinsi yang berdekatan justru berlainan',
    subtitle: 'Satu titik, satu provinsi: bagiannya sendiri, dan rata-rata empat provinsi terdekat.',
    says: (index: string, expected: string, chance: string) =>
      `Moran’s I ${index}; tanpa pola nilainya ${expected}. Peluang sejauh ini pada peta yang diacak: ${chance}.`,
    x: 'bagian di provinsi itu',
    y: 'rata-rata empat terdekat',
    head: ['Provinsi', 'Bagiannya', 'Empat terdekat'],
    table: 'Tabel menurut provinsi',
  },
  side: {
    title: (a: string, b: string) => `${a} dan ${b}, berdampingan`,
    lead: 'Sumbu, skala, dan warna tahun sama di kedua sisi.',
    maps: 'Peta',
    curves: 'Kurva',
    differences: 'Bedanya dalam angka',
    what: 'Ukuran',
    rows: {
      dated: 'Daerah bertanggal',
      bounds: 'Tanpa tanggal',
      share: 'Bagian dari yang bisa mengadopsi',
      first: 'Tanggal pertama',
      half: 'Separuhnya tercapai',
      busiest: 'Tahun dengan yang baru terbanyak',
      ahead: 'Perkiraan tiga tahun ke depan',
      remote: 'Bagian daerah tertinggal',
      clusters: 'Moran’s I menurut provinsi',
      both: 'Daerah yang memiliki keduanya',
      only: 'Hanya di sini',
    },
    nothing: 'belum diketahui',
  },
  source: (count: string) => `${count} klaim bertanggal di Semai, masing-masing dengan sumbernya.`,
}

const en: SameTexts<typeof id> = {
  scope: {
    programme: (name) => `Programme ${name}`,
    agency: (name) => `Innovations of ${name}`,
    region: (name) => `Innovations that come from ${name}`,
    several: (count) => `${count} innovations together`,
    counted: (spreading, all) => `${spreading} of its ${all} innovations are on record elsewhere.`,
    back: 'See all',
  },
  faults: {
    title: 'Not all that was asked for can be shown',
    unknown: (what) => `Nothing on record is called ${what}. Check the code in the catalogue.`,
    allInstead: 'Below are all innovations.',
    leftOut: (most, what) => `At most ${most} innovations can be seen together. Left out: ${what}.`,
    mixed: 'This address asks for more than one choice. The narrowest is used.',
  },
  pick: {
    further: (count) => (count === '1' ? '1 more innovation' : `${count} more innovations`),
    title: 'See several innovations together',
    togetherHint: (most) => `At most ${most} innovations.`,
    show: 'Show together',
    others: 'The innovations of one programme, agency or region of origin can be opened from its page.',
    beside: 'Put beside',
    besideShow: 'Put side by side',
    choose: 'Choose one',
  },
  units: { regions: 'regions', openings: 'inaugurations' },
  adopters: {
    local: (count) => `${count} governments of regencies and cities, Jakarta counting as one`,
    governments: (count) => `${count} local governments`,
    places: (count) => `${count} regions on the map`,
  },
  curve: {
    finding: (count, unit, year) => `If this pattern goes on: about ${count} ${unit} by the end of ${year}`,
    counted: (count, unit) => `${count} ${unit} with a date so far`,
    unknown: 'Not yet possible to forecast',
    subtitle: (unit, adopters) => `Cumulative number of ${unit} by first date. Ceiling: ${adopters}.`,
    none: 'There is no date yet in a year that is over.',
    few: (years, filled) =>
      `A curve needs at least ${years} years, with dates in at least ${filled} of them. Only the counts are drawn.`,
    unidentified:
      'The data do not identify the pace yet: its standard error is above half of it. Only the counts are drawn, without a forecast.',
    residual: (count, unit) =>
      `In a year, the real number is typically about ${count} ${unit} away from the curve.`,
    peak: (year) => `By the curve, the busiest year is about ${year}.`,
    falling: 'No imitation is seen: the number of new ones only falls.',
    beforePeak: 'The data end before the peak. What follows rests on the form of the curve, not on data.',
    held: (count) => `The ceiling of ${count} was set by us, not found.`,
    free: (count) => `Left free, the data themselves point to ${count}.`,
    freeBelow: (count) =>
      `Left free, the data themselves point to ${count}: fewer than are on record already, so of no use.`,
    freeUnknown: 'The data themselves do not show a ceiling yet.',
    ceremonies:
      'Many of the dates are shared ceremonies. The schedule of the next ones can change what follows at any time.',
    bounds: (count) =>
      `${count} more regions are only known by an upper bound. The curve does not count them.`,
    several:
      'Several innovations are counted together as adoptions, one for each innovation and region. No curve is fitted: one pace for all of them would be nobody’s.',
    table: 'Table by year',
    head: ['Year', 'New', 'By the curve', 'In all', '95% range'],
    expected: 'expected',
    adoptions: 'Adoptions by year',
    adoptionsFinding: (count, year) => `${count} adoptions so far, the most in ${year}`,
    adoptionsSubtitle: 'One adoption is one innovation in one region, on its first date.',
  },
  back: {
    finding: ({ from, said, came, unit, until }) =>
      `Forecast at the end of ${from}: ${said} ${unit} by the end of ${until}; ${came} came`,
    subtitle: (year, unit) =>
      `Cumulative number of ${unit}. The band is made only from data up to the end of ${year}; the thick line is what was recorded since.`,
    from: 'Forecast from the end of',
    head: ['Year', 'Forecast', '95% range', 'Came', 'Forecast − real', 'Within the range'],
    yes: 'yes',
    no: 'no',
    error: (count, within, all) =>
      `Off by ${count} a year on average; ${within} of ${all} years fell within their range.`,
    better: (count) => `Guessing “as many as last year” is off by ${count}: the curve is closer.`,
    worse: (count) => `Guessing “as many as last year” is off by ${count}: the curve is no better.`,
    undated: (count, day, gap) =>
      `The official count on ${day} is ${count}; ${gap} have no date yet. The latest years may grow once dates are found.`,
    weak: 'At that time the data alone did not identify the pace yet.',
  },
  shares: {
    title: 'By region',
    islands: (first, share) => `${first} is furthest: ${share} of its local governments`,
    islandsSubtitle:
      'Share of those that could adopt in each group of islands, by the end of each year. All pictures have the same axis; faint lines are the other groups.',
    remoteness: (remote, others) => `Underdeveloped regions ${remote}, the others ${others}`,
    remotenessSubtitle: (count) =>
      `Share of their own local governments by the end of each year: ${count} regencies in the list of underdeveloped regions 2020–2024, and the others. The lists of frontier and outermost regions are not loaded yet.`,
    names: { remote: 'Underdeveloped regions', others: 'Other regions' },
    provinces: (complete, none) => `Province by province: ${complete} complete, ${none} with none yet`,
    provincesSubtitle:
      'Share of those that could adopt in the province, by the end of each year. All have the same axis; faint lines are the other provinces.',
    of: (reached, all) => `${reached} of ${all}`,
    head: ['Group', 'Have it', 'Of', 'Share'],
    table: 'Table of shares by year',
  },
  clusters: {
    alike: 'Provinces near each other tend to be alike',
    none: 'Provinces near each other are no more alike than by chance',
    unlike: 'Provinces near each other tend to differ',
    subtitle: 'One dot is one province: its own share, and the mean of the four nearest provinces.',
    says: (index, expected, chance) =>
      `Moran’s I ${index}; without a pattern it is ${expected}. Chance of as much on a shuffled map: ${chance}.`,
    x: 'share in the province',
    y: 'mean of the four nearest',
    head: ['Province', 'Its share', 'Four nearest'],
    table: 'Table by province',
  },
  side: {
    title: (a, b) => `${a} and ${b}, side by side`,
    lead: 'Axes, scale and colours of the years are the same on both sides.',
    maps: 'Maps',
    curves: 'Curves',
    differences: 'The difference in figures',
    what: 'Measure',
    rows: {
      dated: 'Regions with a date',
      bounds: 'Without a date',
      share: 'Share of those that could adopt',
      first: 'First date',
      half: 'Half of its own reached',
      busiest: 'Year with the most new ones',
      ahead: 'Expected three years ahead',
      remote: 'Share of underdeveloped regions',
      clusters: 'Moran’s I by province',
      both: 'Regions that have both',
      only: 'Only here',
    },
    nothing: 'not known yet',
  },
  source: (count) => `${count} dated claims in Semai, each with its source.`,
}

export const explorerTexts = { id, en }
