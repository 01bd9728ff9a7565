import type { SameTexts } from './same-texts.ts'

const id = {
  title: 'Apakah bertahan?',
  description: 'Berapa lama inovasi yang ditiru tetap berjalan, di mana, dan mengapa sebagian berhenti.',
  lead: 'Meniru mudah dirayakan. Pertanyaan yang lebih sulit: berapa yang masih melayani warga beberapa tahun kemudian?',
  only: (name: string) => `Hanya ${name}`,
  all: 'Semua inovasi',
  states: {
    finding: (running: string, all: string) => `${running} dari ${all} catatan diketahui masih berjalan`,
    subtitle: (day: string) =>
      `Setiap catatan adalah satu instansi yang menjalankan satu inovasi. Per ${day}.`,
    names: {
      running: 'berjalan, kabarnya masih berlaku',
      unanswered: 'ditanya, tidak ada yang menjawab',
      not_updated: 'belum diperbarui',
      opened: 'diketahui dibuka, kelanjutannya belum dikabarkan',
      stopped: 'berhenti',
    },
    source: 'klaim di situs ini',
  },
  checked: 'Sebagian jawaban diperiksa langsung:',
  published: {
    title: 'Gambaran nasional seperti diterbitkan',
    says: ({
      records,
      updated,
      going,
      stopped,
      day,
    }: Record<'records' | 'updated' | 'going' | 'stopped' | 'day', string>) =>
      `Portal nasional JIPPNas mencatat ${records} inovasi. Hingga ${day}, ${updated} di antaranya diperbarui: ${going} berlanjut dan ${stopped} berhenti.`,
    gap: (count: string) => `${count} sisanya tidak dijelaskan sumbernya.`,
    apart:
      'Angka ini tentang catatan inovasi di portal itu, bukan tentang peniruan, jadi tidak dicampur dengan angka di atas.',
  },
  curve: {
    finding: (share: string, years: string) => `${share} masih berjalan setelah ${years} tahun`,
    some: 'Yang masih berjalan, menurut lamanya',
    subtitle: (runs: string, stopped: string) =>
      `${runs} yang diikuti dari waktu ke waktu, ${stopped} berhenti. Pita: rentang 95 persen.`,
    from: (months: string) => `Di antara yang mencapai umur ${months} bulan.`,
    axis: 'tahun sejak mulai',
    atRisk: 'Masih diikuti',
    year: 'Tahun ke-',
    share: 'Masih berjalan',
    band: 'Rentang 95 persen',
    table: 'Angka di balik kurva',
    how: 'Cara menghitungnya',
    few: 'Belum cukup untuk menggambar kurva',
    fewSays: (runs: string, stopped: string, least: string, stops: string) =>
      `Baru ${runs} yang diikuti dari waktu ke waktu, dan ${stopped} di antaranya berhenti. Kurva digambar mulai ${least} yang diikuti dan ${stops} yang berhenti.`,
    never: (count: string) =>
      `${count} catatan hanya disebut satu kali, biasanya saat dibuka, dan tidak memberi tahu berapa lama layanannya bertahan.`,
    noStart: (count: string) => `${count} catatan tidak diketahui kapan mulainya.`,
  },
  groups: {
    title: 'Bedanya antar kelompok',
    by: 'Dibandingkan menurut',
    kinds: { category: 'Kategori', place: 'Jenis daerah', form: 'Bentuk replikasi' },
    unknown: { category: 'Tanpa kategori', place: '', form: 'Bentuk belum dinyatakan' },
    differ: (p: string) =>
      `Bedanya lebih besar daripada yang biasa timbul karena kebetulan (uji log-rank, p ${p}).`,
    same: (p: string) => `Bedanya dapat timbul karena kebetulan saja (uji log-rank, p ${p}).`,
    rest: 'Terlalu sedikit yang diikuti',
    runs: 'diikuti',
    stopped: 'berhenti',
    caution: 'Perbandingan ini tidak menyatakan sebab: kelompoknya juga berbeda dalam hal lain.',
  },
  reasons: {
    title: 'Mengapa berhenti',
    subtitle: 'Jumlah yang berhenti menurut sebab. Tahun dengan satu atau dua yang berhenti tidak dirinci.',
    byYear: 'Menurut tahun',
    year: 'Tahun',
    reason: 'Sebab',
    count: 'Jumlah',
    unstated: 'tidak dirinci',
    none: 'Belum ada yang tercatat berhenti',
    noneSays: 'Berhenti adalah hasil yang perlu dipelajari. Begitu ada, jumlah dan sebabnya tampil di sini.',
    source: 'klaim di situs ini',
  },
  past: {
    title: 'Dari tahun ke tahun',
    finding: (running: string, day: string) => `${running} berjalan per ${day}`,
    subtitle:
      'Keadaan setiap akhir tahun menurut catatan hari ini. Yang dicatat terlambat tidak tampak di tahun-tahun awal.',
    day: 'Per tanggal',
    names: {
      running: 'Berjalan',
      unanswered: 'Ditanya, tidak dijawab',
      not_updated: 'Belum diperbarui',
      opened: 'Hanya diketahui dibuka',
      stopped: 'Berhenti',
    },
    table: 'Angka di balik gambar',
  },
  factors: {
    title: 'Apa yang menyertai berhenti',
    subtitle: (runs: string, stopped: string) =>
      `Semua faktor dihitung bersama, dari ${runs} yang diikuti dan ${stopped} yang berhenti. Garis: rentang 95 persen. Di kanan angka 1: lebih sering berhenti.`,
    names: { place: 'Jenis daerah', form: 'Bentuk replikasi', category: 'Kategori', earlier: 'Pendahulu' },
    against: (level: string) => `dibanding ${level}`,
    earlier: 'Setiap kali yang lebih dulu menjalankannya berlipat dua',
    other: 'Kelompok lain digabung',
    ratio: (ratio: string, lower: string, upper: string) => `${ratio} kali (${lower}–${upper})`,
    counts: (runs: string, stopped: string) => `${runs} diikuti, ${stopped} berhenti`,
    factor: 'Kelompok',
    often: 'Sering berhentinya',
    range: 'Gambar',
    caution:
      'Ini yang menyertai, bukan yang menyebabkan: kelompok yang sama berbeda juga dalam hal yang tidak tercatat.',
    clustered: (innovations: string) =>
      `Rentangnya memperhitungkan bahwa yang meniru inovasi yang sama cenderung bernasib sama (${innovations} inovasi).`,
    leftOut: (count: string) => `${count} dari kelompok yang terlalu kecil tidak ikut dihitung.`,
    few: 'Belum cukup yang berhenti untuk mengetahui apa yang menyertainya',
    fewSays: (stops: string) =>
      `Dibutuhkan paling sedikit ${stops} yang berhenti untuk setiap hal yang dibandingkan.`,
  },
}

export const lastingTexts: Record<'id' | 'en', SameTexts<typeof id>> = {
  id,
  en: {
    title: 'Does it last?',
    description: 'How long innovations that were taken over go on running, where, and why some stop.',
    lead: 'Taking something over is easily celebrated. The harder question: how many still serve people some years later?',
    only: (name) => `Only ${name}`,
    all: 'All innovations',
    states: {
      finding: (running, all) => `${running} of ${all} records are known to be running still`,
      subtitle: (day) => `Each record is one agency running one innovation. As of ${day}.`,
      names: {
        running: 'running, and the word on it still holds',
        unanswered: 'asked, and nobody answered',
        not_updated: 'not updated',
        opened: 'known to have opened, nothing heard of what came after',
        stopped: 'stopped',
      },
      source: 'claims on this site',
    },
    checked: 'Some answers are checked on site:',
    published: {
      title: 'The national picture as published',
      says: ({ records, updated, going, stopped, day }) =>
        `The national portal JIPPNas held ${records} innovations. By ${day}, ${updated} of them had been updated: ${going} went on and ${stopped} had stopped.`,
      gap: (count) => `The source does not explain the other ${count}.`,
      apart:
        'These figures are about records of innovations in that portal, not about taking over, so they are not mixed with those above.',
    },
    curve: {
      finding: (share, years) => `${share} still run after ${years} years`,
      some: 'Those still running, by age',
      subtitle: (runs, stopped) =>
        `${runs} followed through time, of which ${stopped} stopped. Band: 95 per cent limits.`,
      from: (months) => `Among those that reached an age of ${months} months.`,
      axis: 'years since the beginning',
      atRisk: 'Still followed',
      year: 'Year ',
      share: 'Still running',
      band: '95 per cent limits',
      table: 'The figures behind the curve',
      how: 'How it is computed',
      few: 'Not enough to draw a curve yet',
      fewSays: (runs, stopped, least, stops) =>
        `Only ${runs} have been followed through time, and ${stopped} of them stopped. A curve is drawn from ${least} followed and ${stops} stopped on.`,
      never: (count) =>
        `${count} records were spoken of only once, mostly when something opened, and do not tell how long the service lasted.`,
      noStart: (count) => `Of ${count} records nobody knows when they began.`,
    },
    groups: {
      title: 'How groups differ',
      by: 'Compared by',
      kinds: { category: 'Category', place: 'Kind of region', form: 'Form of replication' },
      unknown: { category: 'No category', place: '', form: 'Form not declared' },
      differ: (p) => `They differ by more than chance usually makes (log-rank test, p ${p}).`,
      same: (p) => `The difference may be chance alone (log-rank test, p ${p}).`,
      rest: 'Too few followed',
      runs: 'followed',
      stopped: 'stopped',
      caution: 'The comparison names no cause: the groups differ in other ways too.',
    },
    reasons: {
      title: 'Why they stopped',
      subtitle: 'Stops by reason. A year with one or two stops is not told apart.',
      byYear: 'By year',
      year: 'Year',
      reason: 'Reason',
      count: 'Number',
      unstated: 'not told apart',
      none: 'None is on record as stopped yet',
      noneSays:
        'Stopping is a result to learn from. Once there are some, their number and reasons appear here.',
      source: 'claims on this site',
    },
    past: {
      title: 'Year by year',
      finding: (running, day) => `${running} running as of ${day}`,
      subtitle:
        'How things stood at the end of each year by the record of today. What was recorded late is missing from early years.',
      day: 'As of',
      names: {
        running: 'Running',
        unanswered: 'Asked, not answered',
        not_updated: 'Not updated',
        opened: 'Only known to have opened',
        stopped: 'Stopped',
      },
      table: 'The figures behind the picture',
    },
    factors: {
      title: 'What goes with stopping',
      subtitle: (runs, stopped) =>
        `All factors beside each other, from ${runs} followed, of which ${stopped} stopped. Lines: 95 per cent limits. Right of 1: stop more often.`,
      names: {
        place: 'Kind of region',
        form: 'Form of replication',
        category: 'Category',
        earlier: 'Forerunners',
      },
      against: (level) => `compared with ${level}`,
      earlier: 'Each time those who ran it before double in number',
      other: 'Other groups taken together',
      ratio: (ratio, lower, upper) => `${ratio} times (${lower}–${upper})`,
      counts: (runs, stopped) => `${runs} followed, ${stopped} stopped`,
      factor: 'Group',
      often: 'How often it stops',
      range: 'Picture',
      caution: 'These go together; they are not causes: the groups also differ in what is not on record.',
      clustered: (innovations) =>
        `The limits allow for replicas of one innovation faring alike (${innovations} innovations).`,
      leftOut: (count) => `${count} of groups that are too small are left out.`,
      few: 'Too few have stopped to tell what goes with it',
      fewSays: (stops) => `It takes at least ${stops} stops for each thing that is compared.`,
    },
  },
}
