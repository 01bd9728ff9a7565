import type { SameTexts } from './same-texts.ts'

const id = {
  title: 'Tema aduan warga',
  description: 'Aduan warga dibaca sekali, data orangnya dibuang, dan yang sama dikumpulkan menjadi tema.',
  lead: 'Kirim ekspor aduan, misalnya dari SP4N-LAPOR!. Nama, nomor, dan alamat orang dibuang sebelum apa pun disimpan; yang tinggal hanya tema, jumlah, bulan, dan beberapa kalimat contoh.',
  organisation: 'Aduan untuk instansi',
  sheet: 'Berkas CSV atau XLSX',
  sheetHint: 'Satu baris satu aduan. Paling sedikit tiga aduan tentang hal yang sama agar menjadi tema.',
  noFile: 'Pilih berkasnya dulu.',
  submit: 'Baca aduan',
  columns: 'Kolom yang dikenali',
  columnsSays:
    'Nama kolom dikenali tanpa membedakan huruf besar. Kolom lain, seperti nama atau nomor pelapor, tidak pernah dibaca.',
  fields: {
    text: 'Isi aduan',
    title: 'Judul',
    day: 'Tanggal (disimpan bulannya saja)',
    service: 'Layanan',
    agency: 'Instansi yang diadukan',
    region: 'Daerah',
  },
  privacy:
    'Mesin membuang terlalu banyak daripada terlalu sedikit, tetapi tidak sempurna: baca setiap kalimat contoh sebelum menyimpannya.',
  read: 'Berkas yang sudah dibaca',
  none: 'Belum ada berkas aduan.',
  summary: (complaints: string, proposed: string, kept: string) =>
    `${complaints} aduan; ${proposed} tema menunggu Anda, ${kept} disimpan`,
  page: {
    title: (organisation: string) => `Tema aduan: ${organisation}`,
    lead: (complaints: string, themes: string, alone: string) =>
      `${complaints} aduan dibaca menjadi ${themes} tema; ${alone} aduan tidak masuk tema mana pun.`,
    mapping: 'Kolom yang dibaca',
    unread: (n: string) => `${n} kolom lain tidak dibaca sama sekali.`,
    themes: 'Tema',
    count: (n: string) => `${n} aduan`,
    months: (from: string, to: string) => (from === to ? from : `${from} sampai ${to}`),
    name: 'Nama tema',
    nameHint: 'Diusulkan dari kata yang paling menonjol. Ubah menjadi kalimat yang dipahami orang.',
    sector: 'Layanan',
    examples: 'Kalimat contoh yang disimpan',
    examplesHint: 'Centang hanya yang tidak menyebut siapa pun. Yang tidak dicentang dihapus.',
    noExamples: 'Tidak ada kalimat yang cukup bersih untuk dijadikan contoh.',
    kept: 'Disimpan',
    need: 'Jadikan bukti kebutuhan',
    newNeed: 'Kebutuhan baru tentang tema ini',
    use: 'Jadikan bukti',
    usedBy: 'Bukti kebutuhan',
    empty: 'Semua tema sudah dibuang.',
  },
}

const en: SameTexts<typeof id> = {
  title: 'Themes of complaints',
  description:
    'Complaints of citizens are read once, what names a person is dropped, and those alike are gathered into themes.',
  lead: 'Send an export of complaints, such as that of SP4N-LAPOR!. Names, numbers and addresses of people are removed before anything is stored; what stays is themes, counts, months and a few example sentences.',
  organisation: 'Complaints for the institution',
  sheet: 'CSV or XLSX file',
  sheetHint: 'One complaint a row. It takes at least three complaints about the same to make a theme.',
  noFile: 'Choose the file first.',
  submit: 'Read the complaints',
  columns: 'Columns that are recognised',
  columnsSays:
    'Names are recognised in small or capital letters. Other columns, such as the name or number of who complains, are never read.',
  fields: {
    text: 'Text of the complaint',
    title: 'Title',
    day: 'Date (only its month is kept)',
    service: 'Service',
    agency: 'Agency complained of',
    region: 'Region',
  },
  privacy:
    'The machine drops too much rather than too little, but is not perfect: read each example before you keep it.',
  read: 'Files that were read',
  none: 'No file of complaints yet.',
  summary: (complaints, proposed, kept) =>
    `${complaints} complaints; ${proposed} themes wait for you, ${kept} kept`,
  page: {
    title: (organisation) => `Themes of complaints: ${organisation}`,
    lead: (complaints, themes, alone) =>
      `${complaints} complaints were read into ${themes} themes; ${alone} are in none.`,
    mapping: 'Columns that were read',
    unread: (n) => `${n} other columns were not read at all.`,
    themes: 'Themes',
    count: (n) => `${n} complaints`,
    months: (from, to) => (from === to ? from : `${from} to ${to}`),
    name: 'Name of the theme',
    nameHint: 'Proposed from the words that lead. Make it a sentence people understand.',
    sector: 'Service',
    examples: 'Example sentences to keep',
    examplesHint: 'Tick only what names nobody. What is not ticked is deleted.',
    noExamples: 'No sentence is clean enough to be an example.',
    kept: 'Kept',
    need: 'Use as evidence of a need',
    newNeed: 'A new need about this theme',
    use: 'Use as evidence',
    usedBy: 'Evidence of the need',
    empty: 'All themes were discarded.',
  },
}

/** Texts of the pages on which complaints become themes. */
export const complaintTexts = { id, en }
