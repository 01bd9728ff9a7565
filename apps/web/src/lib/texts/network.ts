import type { SameTexts } from './same-texts.ts'

const id = {
  title: 'Siapa mengikuti siapa',
  description:
    'Daerah mana yang biasanya lebih dulu, dan siapa yang menyusul, disimpulkan dari tanggal banyak inovasi.',
  lead: 'Satu inovasi tidak membuktikan apa-apa. Bila daerah yang sama berulang kali menyusul daerah yang sama, dalam inovasi yang berbeda-beda, barangkali ada jalur belajar di antaranya.',
  few: 'Data belum cukup untuk menyimpulkan siapa mengikuti siapa',
  fewSays: ({ have, need, each }: Record<'have' | 'need' | 'each', string>) =>
    `Baru ${have} inovasi yang punya sedikitnya ${each} daerah dengan tanggal mulai masing-masing. Kesimpulan ditarik mulai ${need} inovasi.`,
  fewBatched: (count: string) =>
    `${count} pembukaan tidak ikut dihitung karena dibuka bersamaan dalam satu angkatan: tanggalnya dipilih panitia, bukan oleh daerahnya.`,
  enough: 'Yang akan mencukupi',
  enoughSays: [
    'tanggal mulai yang dinyatakan tiap daerah sendiri, seteliti bulannya, bukan hari peresmian bersama;',
    'sedikitnya 20 inovasi yang berbeda; mulai 40 inovasi hampir semua jalur yang stabil adalah jalur yang benar, dalam uji dengan jaringan yang diketahui.',
  ],
  add: 'Nyatakan replikasi daerah Anda',
  waiting: 'Analisis ini sedang dihitung untuk pertama kali',
  waitingSays: 'Biasanya selesai dalam beberapa menit. Halaman ini boleh ditinggalkan dan dibuka lagi.',
  progress: (share: string) => `Yang lebih baru sedang dihitung: ${share}.`,
  finding: ({ edges, regions }: Record<'edges' | 'regions', string>) =>
    `${edges} jalur yang stabil di antara ${regions} daerah`,
  findingOf: ({ name, followed, follows }: Record<'name' | 'followed' | 'follows', string>) =>
    `${name}: diikuti ${followed}, mengikuti ${follows} daerah`,
  subtitle: ({ innovations, adoptions }: Record<'innovations' | 'adoptions', string>) =>
    `Disimpulkan dari ${adoptions} tanggal mulai pada ${innovations} inovasi. Bilah lebar di pangkal yang lebih dulu, runcing di yang menyusul.`,
  drawn: (count: string) => `Digambar ${count} yang paling stabil; semuanya ada di tabel dan unduhan.`,
  narrow: 'Di layar sempit, jalur antarpanel hanya tertulis di tabel.',
  alt: 'Peta jalur belajar antardaerah',
  source: 'klaim bertanggal di situs ini',
  leaders: 'Yang paling banyak disusul',
  leadersHead: ['Daerah', 'Daerah yang menyusul', 'Inovasi'],
  bridges: 'Jembatan',
  bridgesSays:
    'Daerah yang dilalui jalur terpendek antara dua daerah lain (keantaraan). Lewat mereka inovasi dari satu gugus sampai ke gugus lain.',
  edges: 'Jalur dan buktinya',
  edgesSays: ({ first, last, all }: Record<'first' | 'last' | 'all', string>) =>
    `${first}–${last} dari ${all}`,
  edge: (from: string, to: string) => `${from} → ${to}`,
  stable: (share: string) => `stabil ${share}`,
  evidence: (count: string) => `${count} inovasi mendukungnya`,
  chance: ({ taken, of }: Record<'taken' | 'of', string>) =>
    `Dari ${of} inovasi yang sudah ada di pangkal dan belum di ujungnya, ${taken} kemudian menyusul dan paling baik dijelaskan jalur ini.`,
  only: (name: string) => `Hanya jalur ${name}`,
  all: 'Semua daerah',
  none: 'Tidak ada jalur stabil yang melibatkan daerah ini',
  noneSays: 'Mungkin tanggalnya belum cukup, mungkin daerah ini memulai tanpa menunggu siapa pun.',
  caution: 'Yang perlu diingat',
  cautions: [
    'Menyusul bukan berarti meniru: dua daerah dapat mengikuti daerah ketiga, atau program yang sama, yang tidak tercatat.',
    'Jalur yang tampil ditemukan lagi dalam sedikitnya setengah dari 100 pengambilan ulang inovasi; angka stabil menyebut berapa bagiannya.',
    'Jumlah jalur dipilih menurut inovasi yang sengaja tidak dipakai belajar, bukan menurut selera.',
  ],
  delay: (months: string) => `Rata-rata jaraknya ${months} bulan.`,
  again: 'Hitung sendiri',
  againSays: (inputs: string, day: string) =>
    `Dihitung ${day}. Sidik jari masukan: ${inputs}. Dari ekspor dengan sidik jari yang sama, perintah ini memberi angka yang sama sampai digit terakhir:`,
}

export const networkTexts: Record<'id' | 'en', SameTexts<typeof id>> = {
  id,
  en: {
    title: 'Who follows whom',
    description:
      'Which regions usually come first, and who comes after, inferred from the dates of many innovations.',
    lead: 'One innovation proves nothing. Where the same region comes after the same other, again and again and in different innovations, there may be a way by which they learn.',
    few: 'Too little is known to say who follows whom',
    fewSays: ({ have, need, each }) =>
      `So far ${have} innovations have at least ${each} regions with a starting date of their own. Conclusions begin at ${need} innovations.`,
    fewBatched: (count) =>
      `${count} openings are left out because they were held together in a batch: its day was chosen by the organiser, not by the region.`,
    enough: 'What would be enough',
    enoughSays: [
      'starting dates stated by each region itself, exact to the month, not the day of a joint inauguration;',
      'at least 20 different innovations; from 40 on nearly all stable ways are true ones, in trials with a known network.',
    ],
    add: 'State a replication of your region',
    waiting: 'This analysis is being computed for the first time',
    waitingSays: 'It usually takes a few minutes. You may leave this page and come back.',
    progress: (share) => `A newer one is being computed: ${share}.`,
    finding: ({ edges, regions }) => `${edges} stable ways between ${regions} regions`,
    findingOf: ({ name, followed, follows }) =>
      `${name}: followed by ${followed}, following ${follows} regions`,
    subtitle: ({ innovations, adoptions }) =>
      `Inferred from ${adoptions} starting dates of ${innovations} innovations. A blade is wide where it came first, and points at who came after.`,
    drawn: (count) => `The ${count} most stable are drawn; all are in the table and the download.`,
    narrow: 'On narrow screens, ways between panels stand in the table only.',
    alt: 'Map of ways of learning between regions',
    source: 'dated claims on this site',
    leaders: 'Followed most',
    leadersHead: ['Region', 'Regions that follow', 'Innovations'],
    bridges: 'Bridges',
    bridgesSays:
      'Regions that lie on the shortest ways between two others (betweenness). Through them innovations come from one group to another.',
    edges: 'Ways and their evidence',
    edgesSays: ({ first, last, all }) => `${first}–${last} of ${all}`,
    edge: (from, to) => `${from} → ${to}`,
    stable: (share) => `stable ${share}`,
    evidence: (count) => `${count} innovations speak for it`,
    chance: ({ taken, of }) =>
      `Of ${of} innovations that the first had and the second had not yet, ${taken} came after and are explained best by this way.`,
    only: (name) => `Only ways of ${name}`,
    all: 'All regions',
    none: 'No stable way touches this region',
    noneSays: 'Its dates may be too few, or it begins without waiting for anybody.',
    caution: 'To keep in mind',
    cautions: [
      'Coming after is not copying: two regions may follow a third, or the same programme, that is not on record.',
      'Ways that are shown were found again in at least half of 100 resamples of the innovations; the stable share says in how many.',
      'How many ways there are was chosen by innovations that were kept from learning, not by taste.',
    ],
    delay: (months) => `The delay is ${months} months on average.`,
    again: 'Compute it yourself',
    againSays: (inputs, day) =>
      `Computed ${day}. Fingerprint of the input: ${inputs}. From exports with the same fingerprint, this command gives the same figures to the last digit:`,
  },
}
