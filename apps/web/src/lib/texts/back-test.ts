import type { SameTexts } from './same-texts.ts'

const id = {
  title: 'Uji ulang peringkat',
  heading: 'Seberapa sering peringkat daerah berikutnya benar',
  description:
    'Peringkat daerah berikutnya, dipelajari hanya dari masa lalu dan dibandingkan dengan yang terjadi.',
  lead: 'Untuk tiap tahun yang sudah lewat, peringkat dipelajari hanya dari yang diketahui waktu itu, lalu dibandingkan dengan daerah yang benar-benar memulai. Di sampingnya, peringkat sederhana yang dapat dibuat siapa saja.',
  rankings: {
    model: 'Model',
    popularity: 'Sering memulai hal baru',
    neighbours: 'Bagian tetangga yang sudah memulai',
    nearest: 'Mirip dengan yang sudah memulai',
    random: 'Undian',
  },
  use: {
    title: 'Yang dipakai sekarang',
    model: 'Peringkat memakai model: rentang keunggulannya di atas nol terhadap keempat peringkat sederhana.',
    simple: (name: string) =>
      `Peringkat memakai peringkat sederhana “${name}”: model tidak terbukti mengungguli keempatnya, dan di antara yang sederhana inilah yang terbaik.`,
  },
  auc: {
    finding: (ranking: string, pairs: string) => `${ranking}: benar pada ${pairs} dari 100 pasang daerah`,
    subtitle: (adopters: string, rows: string) =>
      `Dari dua daerah, satu memulai dalam setahun dan satu tidak: seberapa sering yang memulai berada di atas. 50 sama dengan undian. ${adopters} permulaan di antara ${rows} kemungkinan. Garis: rentang 95 persen.`,
  },
  source: 'klaim bertanggal di situs ini',
  table: 'Semua ukuran',
  columns: {
    ranking: 'Peringkat',
    auc: 'Pasangan benar (AUC)',
    precision: 'Benar di sepuluh teratas',
    logLoss: 'Kejutan rata-rata (log-loss)',
    lead: 'Keunggulan model (AUC)',
  },
  explained: {
    precision:
      'Benar di sepuluh teratas: bagian dari sepuluh daerah pertama tiap inovasi yang memulai dalam setahun.',
    logLoss:
      'Kejutan rata-rata: minus logaritma peluang yang diberikan kepada yang terjadi; makin kecil makin baik.',
    limits: (resampled: string) => `Dalam kurung: rentang 95 persen dari 200 penarikan ulang ${resampled}.`,
  },
  resampled: { innovations: 'inovasi', places: 'daerah' },
  calibration: {
    finding: (expected: string, observed: string) =>
      `Diperkirakan ${expected} permulaan, terjadi ${observed}`,
    subtitle: (ranking: string) =>
      `${ranking}: per sepersepuluh menurut peluangnya, rata-rata perkiraan dan bagian yang terjadi. Di garis: perkiraan tepat. Di bawah garis: terlalu berani.`,
    predicted: 'diperkirakan',
    observed: 'terjadi',
    slope: (slope: string, error: string) =>
      `Kemiringan ${slope} (galat baku ${error}); 1 berarti tepat, di bawah 1 terlalu berani.`,
    tenth: 'Sepersepuluh ke-',
    rows: 'Kemungkinan',
  },
  splits: {
    title: 'Tahun demi tahun',
    day: 'Diketahui sampai',
    adopters: 'Memulai',
    rows: 'Kemungkinan',
    note: 'Tanpa rentang: setahun terlalu pendek untuk menilai.',
    more: 'Sepuluh teratas dan kejutan, tahun demi tahun',
  },
  alone: {
    title: 'Inovasi satu per satu',
    lead: 'Inovasi yang paling luas menyebar, masing-masing sendiri, juga yang tidak diperingkat karena dibuka bersama-sama. Inovasi ini dipilih karena kini sudah menyebar, jadi angkanya bukan ramalan yang adil.',
    counts: (adopted: string, batched: string) =>
      `${adopted} daerah bertanggal, ${batched} di antaranya pada peresmian bersama.`,
    none: 'Tidak ada tahun yang dapat diuji ulang.',
    caption: (name: string) => `Ukuran untuk ${name}`,
    pairs: 'Benar dari 100 pasang daerah:',
  },
  none: 'Belum ada yang dapat diuji ulang bersama-sama',
  noneSays: (innovations: string) =>
    `${innovations} inovasi dimulai paling sedikit 10 daerah pada tanggalnya sendiri. Dibutuhkan sedikitnya satu yang mencapainya paling lambat dua tahun lalu dan bertambah sesudahnya; selama itu tidak ada peringkat.`,
}

export const backTestTexts: Record<'id' | 'en', SameTexts<typeof id>> = {
  id,
  en: {
    title: 'Looking back at the ranking',
    heading: 'How often the ranking of who comes next is right',
    description: 'The ranking of who comes next, learnt from the past only and compared with what came.',
    lead: 'For each past year the ranking is learnt only from what was known then, and compared with the regions that did begin. Beside it stand simple rankings that anybody could make.',
    rankings: {
      model: 'Model',
      popularity: 'Begins new things often',
      neighbours: 'Share of neighbours that have begun',
      nearest: 'Like those that have begun',
      random: 'Drawing lots',
    },
    use: {
      title: 'What is used now',
      model:
        'The ranking goes by the model: the limits of its lead lie above zero against all four simple rankings.',
      simple: (name) =>
        `The ranking goes by the simple one “${name}”: the model is not shown to be better than all four, and of the simple ones this is the best.`,
    },
    auc: {
      finding: (ranking, pairs) => `${ranking}: right for ${pairs} of 100 pairs of regions`,
      subtitle: (adopters, rows) =>
        `Of two regions, one of which begins within the year and one does not: how often the one that begins stands above. 50 is as good as drawing lots. ${adopters} beginnings among ${rows} chances. Line: 95 per cent limits.`,
    },
    source: 'dated claims on this site',
    table: 'All measures',
    columns: {
      ranking: 'Ranking',
      auc: 'Pairs right (AUC)',
      precision: 'Right among the first ten',
      logLoss: 'Mean surprise (log-loss)',
      lead: 'Lead of the model (AUC)',
    },
    explained: {
      precision:
        'Right among the first ten: the share of the first ten regions of an innovation that began within the year.',
      logLoss: 'Mean surprise: minus the logarithm of the chance given to what came; less is better.',
      limits: (resampled) => `In brackets: 95 per cent limits from 200 resamples of ${resampled}.`,
    },
    resampled: { innovations: 'innovations', places: 'regions' },
    calibration: {
      finding: (expected, observed) => `${expected} beginnings expected, ${observed} came`,
      subtitle: (ranking) =>
        `${ranking}: by tenths of its chances, what was expected on average and the share that came. On the line the chances are right; below it they are too bold.`,
      predicted: 'expected',
      observed: 'came',
      slope: (slope, error) => `Slope ${slope} (standard error ${error}); 1 is right, below 1 is too bold.`,
      tenth: 'Tenth no. ',
      rows: 'Chances',
    },
    splits: {
      title: 'Year by year',
      day: 'Known until',
      adopters: 'Began',
      rows: 'Chances',
      note: 'Without limits: a year is too short to judge.',
      more: 'The first ten and surprise, year by year',
    },
    alone: {
      title: 'Innovations one by one',
      lead: 'The most widely spread, each by itself, those too that are not ranked because they were opened together. They were chosen because they have spread by now, so these figures are no fair forecast.',
      counts: (adopted, batched) => `${adopted} dated regions, ${batched} of them at joint inaugurations.`,
      none: 'There is no year to look back at.',
      caption: (name) => `Measures for ${name}`,
      pairs: 'Right, of 100 pairs of regions:',
    },
    none: 'Nothing can be looked back at together yet',
    noneSays: (innovations) =>
      `${innovations} innovations were begun by at least 10 regions on days of their own. It takes one that had reached them two years ago and went on spreading; until then nothing is ranked.`,
  },
}
