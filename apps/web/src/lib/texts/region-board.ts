import type { SameTexts } from './same-texts.ts'

const id = {
  title: (region: string) => `Papan ${region}`,
  lead: 'Apa yang berjalan, mana uangnya, apa yang terlambat, dan bagaimana dibandingkan daerah serupa. Untuk instansi daerah ini, hubnya, dan kementerian.',
  open: 'Buka papan daerah',
  here: 'Halaman daerah untuk umum',
  late: {
    title: (count: string) => `${count} hal terlambat atau belum dijawab`,
    none: 'Tidak ada yang terlambat atau belum dijawab.',
    subtitle: (day: string) =>
      `Per ${day}. Yang paling lama menunggu di atas; tiap baris membuka tempat bertindaknya.`,
    source: 'replikasi, laporan, denyut, klaim, temuan, dan koreksi di situs ini',
    kinds: {
      milestones: 'tonggak lewat dari rencana',
      reports: 'laporan triwulan lewat waktu',
      pulses: 'denyut tidak dijawab',
      claims: 'klaim belum diperbarui',
      findings: 'rekomendasi lewat tenggat',
      corrections: 'koreksi menunggu jawaban',
    },
    since: (day: string) => `sejak ${day}`,
  },
  years: {
    title: (running: string, stopped: string) => `${running} berjalan, ${stopped} pernah berhenti`,
    subtitle:
      'Yang dijalankan instansi di daerah ini pada akhir tiap tahun, menurut catatan hari ini. Yang dicatat terlambat tidak tampak di tahun-tahun awal.',
    source: 'klaim dan denyut di situs ini',
    table: 'Angka tiap tahun',
    year: 'Tahun',
    began: 'Mulai',
    ended: 'Berhenti tahun itu',
    none: 'Belum ada yang tercatat berjalan di sini',
    noneSays: 'Begitu instansi di daerah ini menyatakan menjalankan sesuatu, perjalanannya tampil di sini.',
    undated: 'Yang tanggal mulainya tidak diketahui tidak dihitung di kolom Mulai.',
  },
  money: {
    title: (allocated: string, pledged: string) =>
      `${allocated} dialokasikan dari ${pledged} yang dijanjikan`,
    subtitle: (spent: string, reported: string) =>
      `Terealisasi ${spent}; menurut laporan triwulan yang terverifikasi ${reported}. Rupiah, semua replikasi di daerah ini.`,
    source: 'komitmen, dokumen anggaran, dan laporan triwulan di situs ini',
    table: 'Angka tiap tahun anggaran',
    year: 'Tahun',
    pledged: 'Dijanjikan',
    allocated: 'Dialokasikan',
    spent: 'Terealisasi',
    reported: 'Dilaporkan, terverifikasi',
    none: 'Belum ada janji atau anggaran yang tercatat',
    noneSays:
      'Komitmen dan anggaran dicatat di halaman tiap replikasi. Begitu ada, perbandingannya tampil di sini.',
  },
  beside: {
    title: (place: string, all: string) =>
      `Urutan ${place} dari ${all} menurut yang tercatat dan tidak berhenti`,
    alone: 'Belum ada daerah untuk dibandingkan',
    aloneSays:
      'Daerah ini belum punya cukup angka (penduduk, luas, kemiskinan, IPM, PDRB) untuk dicarikan yang serupa.',
    subtitle:
      'Daerah ini dan yang paling serupa, menurut penduduk, luas, kemiskinan, pembangunan manusia, dan PDRB per orang. Bukan peringkat mutu: yang tidak tercatat tidak terlihat.',
    source: 'catatan inovasi, klaim, dan replikasi di situs ini',
    caption: 'Daerah ini di antara yang serupa',
    region: 'Daerah',
    created: 'Dibuat',
    runs: 'Tercatat, tidak berhenti',
    stopped: 'Berhenti',
    underway: 'Sedang direplikasi',
    itself: 'daerah ini',
  },
}

const en: SameTexts<typeof id> = {
  title: (region) => `Board of ${region}`,
  lead: 'What runs, where its money is, what is late, and how it stands beside similar regions. For agencies of the region, its hub and the ministries.',
  open: "Open the region's board",
  here: 'The public page of the region',
  late: {
    title: (count) => `${count} late or unanswered`,
    none: 'Nothing is late or unanswered.',
    subtitle: (day) =>
      `On ${day}. Those that wait longest stand first; each opens the place where somebody acts.`,
    source: 'replications, reports, pulses, claims, findings and corrections on this site',
    kinds: {
      milestones: 'milestones behind their plan',
      reports: 'quarterly reports overdue',
      pulses: 'pulses nobody answered',
      claims: 'claims not updated',
      findings: 'recommendations past their day',
      corrections: 'corrections waiting for an answer',
    },
    since: (day) => `since ${day}`,
  },
  years: {
    title: (running, stopped) => `${running} run, ${stopped} have stopped`,
    subtitle:
      'What agencies in this region run, at the end of each year, by the record of today. What was recorded late is missing from early years.',
    source: 'claims and pulses on this site',
    table: 'Numbers of each year',
    year: 'Year',
    began: 'Began',
    ended: 'Stopped that year',
    none: 'Nothing is on record as running here yet',
    noneSays: 'Once agencies of this region say that they run something, its course stands here.',
    undated: 'What began on an unknown day is not counted as having begun.',
  },
  money: {
    title: (allocated, pledged) => `${allocated} allocated of ${pledged} promised`,
    subtitle: (spent, reported) =>
      `Spent ${spent}; by verified quarterly reports ${reported}. Rupiah, all replications in this region.`,
    source: 'commitments, budget documents and quarterly reports on this site',
    table: 'Numbers of each budget year',
    year: 'Year',
    pledged: 'Promised',
    allocated: 'Allocated',
    spent: 'Spent',
    reported: 'Reported, verified',
    none: 'No promise or budget is on record yet',
    noneSays:
      'Commitments and budgets are recorded on the page of each replication. Once there are any, they are compared here.',
  },
  beside: {
    title: (place, all) => `Number ${place} of ${all} by what is on record and has not stopped`,
    alone: 'No region to compare with yet',
    aloneSays:
      'Too few figures of this region (people, area, poverty, human development, product) are known to find similar ones.',
    subtitle:
      'This region and the most similar ones, by population, area, poverty, human development and product per person. No ranking of quality: what is not on record is not seen.',
    source: 'innovations, claims and replications on record on this site',
    caption: 'This region among similar ones',
    region: 'Region',
    created: 'Created',
    runs: 'On record, not stopped',
    stopped: 'Stopped',
    underway: 'Being replicated',
    itself: 'this region',
  },
}

/** Texts of the board of a region. */
export const regionBoardTexts = { id, en }
