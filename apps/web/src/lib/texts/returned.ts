import type { SameTexts } from './same-texts.ts'

const id = {
  title: 'Ambil dari lembar',
  description:
    'Membandingkan lembar JIPPNas atau isian IGA dengan catatan inovasi, lalu mengambil yang dipilih.',
  lead: 'Lembar yang diubah di luar dibaca kembali di sini. Anda melihat dulu apa yang berbeda; yang Anda pilih masuk ke naskah, dan tidak ada yang langsung terbit.',
  deskTask: 'Ambil perubahan dari lembar JIPPNas atau IGA',
  file: 'Berkas',
  fileHint:
    'Lembar JIPPNas atau isian IGA dari halaman ini, CSV atau XLSX. Sel kosong tidak mengubah apa pun.',
  compare: 'Bandingkan',
  noFile: 'Pilih berkasnya.',
  get: 'Belum punya lembarnya?',
  getSays: 'Unduh lembar JIPPNas di sini; isian IGA diunduh dari halaman kelola tiap inovasi.',
  result: (file: string) => `Hasil perbandingan: ${file}`,
  same: (count: string) => `${count} inovasi sama dengan catatan di sini.`,
  none: 'Tidak ada perbedaan. Tidak ada yang perlu diambil.',
  faults: 'Baris yang perlu diperbaiki di lembarnya',
  at: (row: string, column: string | null) =>
    column === null ? `Baris ${row}` : `Baris ${row}, kolom "${column}"`,
  by: {
    code: 'cocok dari kodenya',
    number: 'cocok dari nomor JIPPNas',
    name: 'cocok dari namanya',
    new: 'belum tercatat: menjadi naskah baru',
  },
  open: 'dibandingkan dengan naskah yang sedang terbuka',
  row: (row: string) => `baris ${row}`,
  takeThis: (field: string) => `Ambil: ${field}`,
  short: { summary: 'Ringkasan', isDigital: 'Digital atau tidak', inclusion: 'Yang sulit dijangkau' },
  take: 'Ambil yang dicentang ke naskah',
  takeSays: 'Naskahnya lalu diperiksa dan diterbitkan seperti biasa.',
  more: (count: string) =>
    `${count} inovasi lain juga berbeda. Ambil dulu yang di atas, lalu kirim lembar yang sama sekali lagi; yang sudah diambil tidak muncul lagi.`,
  taken: 'Sudah masuk ke naskah',
  untitled: 'Inovasi tanpa nama',
}

const en: SameTexts<typeof id> = {
  title: 'Take from a sheet',
  description: 'Compares the JIPPNas sheet or the IGA form with the records here, and takes what is chosen.',
  lead: 'A sheet that was changed elsewhere is read back here. You first see what differs; what you choose goes into a working text, and nothing is published by it.',
  deskTask: 'Take changes from a JIPPNas or IGA sheet',
  file: 'File',
  fileHint: 'The JIPPNas sheet or the IGA form from this site, CSV or XLSX. Empty cells change nothing.',
  compare: 'Compare',
  noFile: 'Choose the file.',
  get: 'No sheet yet?',
  getSays: 'Download the JIPPNas sheet here; the IGA form is on the page that looks after each innovation.',
  result: (file) => `What differs: ${file}`,
  same: (count) => `${count} innovations are the same as the records here.`,
  none: 'No difference. There is nothing to take.',
  faults: 'Rows to mend in the sheet',
  at: (row, column) => (column === null ? `Row ${row}` : `Row ${row}, column "${column}"`),
  by: {
    code: 'found by its code',
    number: 'found by its JIPPNas number',
    name: 'found by its name',
    new: 'not on record yet: becomes a new text',
  },
  open: 'compared with the text that is open',
  row: (row) => `row ${row}`,
  takeThis: (field) => `Take: ${field}`,
  short: { summary: 'Summary', isDigital: 'Digital or not', inclusion: 'Who is hard to reach' },
  take: 'Take what is ticked into texts',
  takeSays: 'The texts are then checked and published as always.',
  more: (count) =>
    `${count} more innovations differ. Take the ones above, then send the same sheet again; what was taken does not come up again.`,
  taken: 'Now in the texts',
  untitled: 'Innovation without a name',
}

/** Texts of the page that reads sheets of other systems back. */
export const returnedTexts = { id, en }
