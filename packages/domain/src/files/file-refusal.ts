import type { Says } from '../text/says.ts'
import { megabytes } from './file-limits.ts'
import type { FileLimits } from './file-limits.ts'

/** Why a file is not taken in. */
export const fileFaults = [
  'empty',
  'too_big',
  'too_many',
  'heic',
  'old_office',
  'macros',
  'archive',
  'moving',
  'markup',
  'program',
  'encrypted',
  'unknown',
  'encoding',
  'damaged',
  'disguised',
  'bomb',
  'too_many_pixels',
  'too_slow',
  'altered',
] as const
export type FileFault = (typeof fileFaults)[number]

/** The sentence for a file that is not taken in: what is wrong and what to do, in both languages. */
export function fileFaultSays(fault: FileFault, limits: FileLimits): Says {
  const says = sentences[fault]
  return typeof says === 'function' ? says(limits) : says
}

const sentences: Readonly<Record<FileFault, Says | ((limits: FileLimits) => Says)>> = {
  empty: {
    id: 'Berkas ini kosong. Periksa di peranti Anda, lalu pilih lagi.',
    en: 'This file is empty. Check it on your device, then choose it again.',
  },
  too_big: ({ fileBytes }) => ({
    id: `Berkas ini lebih besar dari ${megabytes(fileBytes, 'id')}. Perkecil atau bagi menjadi beberapa berkas.`,
    en: `This file is larger than ${megabytes(fileBytes, 'en')}. Make it smaller or split it into several files.`,
  }),
  too_many: ({ filesPerRecord }) => ({
    id: `Satu inovasi dapat memuat paling banyak ${filesPerRecord} berkas. Hapus yang tidak perlu lebih dulu.`,
    en: `One innovation can hold at most ${filesPerRecord} files. Remove what is not needed first.`,
  }),
  heic: {
    id: 'Foto HEIC/AVIF belum dapat dibuka semua peramban. Simpan sebagai JPEG: di iPhone pilih Pengaturan › Kamera › Format › Paling Kompatibel, atau kirim foto itu ke aplikasi Berkas sebagai JPEG.',
    en: 'HEIC/AVIF photos do not open in every browser. Save it as JPEG: on an iPhone choose Settings › Camera › Formats › Most Compatible, or export the photo as JPEG.',
  },
  old_office: {
    id: 'Format Office lama (.doc, .xls, .ppt) dan berkas Office berkata sandi tidak diterima. Buka berkasnya, hapus kata sandinya, lalu simpan sebagai DOCX, XLSX, PPTX atau PDF.',
    en: 'Old Office formats (.doc, .xls, .ppt) and Office files with a password are not accepted. Open it, take the password off, then save it as DOCX, XLSX, PPTX or PDF.',
  },
  macros: {
    id: 'Berkas ini memuat makro atau program. Simpan tanpa makro (DOCX, XLSX, PPTX) atau sebagai PDF.',
    en: 'This file carries macros or programs. Save it without macros (DOCX, XLSX, PPTX) or as PDF.',
  },
  archive: {
    id: 'Arsip seperti ZIP atau RAR tidak diterima, karena isinya tidak terlihat pembaca. Unggah berkas di dalamnya satu per satu.',
    en: 'Archives such as ZIP or RAR are not accepted, since readers cannot see what is inside. Upload the files one by one.',
  },
  moving: {
    id: 'Video, suara, dan gambar bergerak belum diterima. Unggah ke saluran instansi dan tulis tautannya di naskah.',
    en: 'Video, sound and moving pictures are not accepted yet. Publish them on a channel of your agency and put the link into the text.',
  },
  markup: {
    id: 'Halaman web, SVG, dan XML tidak diterima, karena dapat memuat program. Simpan sebagai PDF, PNG, atau teks biasa.',
    en: 'Web pages, SVG and XML are not accepted, since they can carry programs. Save it as PDF, PNG or plain text.',
  },
  program: {
    id: 'Ini sebuah program, bukan dokumen. Unggah PDF, gambar, atau dokumen kantor.',
    en: 'This is a program, not a document. Upload a PDF, a picture or an office document.',
  },
  encrypted: {
    id: 'Berkas ini terkunci kata sandi, jadi tidak dapat dibaca siapa pun di sini. Hapus kata sandinya, lalu unggah lagi.',
    en: 'This file is locked with a password, so nobody can read it here. Take the password off and upload it again.',
  },
  unknown: {
    id: 'Jenis berkas ini tidak diterima. Unggah PDF, JPEG, PNG, WebP, DOCX, XLSX, PPTX, ODT, ODS, ODP, teks, atau CSV.',
    en: 'This kind of file is not accepted. Upload PDF, JPEG, PNG, WebP, DOCX, XLSX, PPTX, ODT, ODS, ODP, text or CSV.',
  },
  encoding: {
    id: 'Teks ini tidak tersimpan sebagai UTF-8. Simpan ulang dengan pengodean UTF-8, lalu unggah lagi.',
    en: 'This text is not stored as UTF-8. Save it again with the encoding UTF-8, then upload it.',
  },
  damaged: {
    id: 'Berkas ini rusak atau terpotong. Buka di peranti Anda, simpan ulang, lalu unggah lagi.',
    en: 'This file is damaged or cut off. Open it on your device, save it again, then upload it.',
  },
  disguised: {
    id: 'Berkas ini memuat lebih dari satu jenis isi sekaligus. Buka, simpan ulang sebagai satu dokumen, lalu unggah lagi.',
    en: 'This file holds more than one kind of content at once. Open it, save it as one document, then upload it again.',
  },
  bomb: {
    id: 'Isi berkas ini akan mengembang jauh melebihi ukurannya. Simpan ulang dari aplikasinya, lalu unggah lagi.',
    en: 'The content of this file would unfold to far more than its size. Save it again from its application, then upload it.',
  },
  too_many_pixels: ({ picturePixels }) => ({
    id: `Gambar ini melebihi ${Math.round(picturePixels / 1_000_000)} juta piksel. Perkecil dulu, misalnya lebar 4.000 piksel.`,
    en: `This picture has more than ${Math.round(picturePixels / 1_000_000)} million pixels. Make it smaller first, for example 4,000 pixels wide.`,
  }),
  too_slow: {
    id: 'Gambar ini terlalu lama diolah. Simpan ulang sebagai JPEG yang lebih kecil, lalu unggah lagi.',
    en: 'This picture takes too long to prepare. Save it as a smaller JPEG, then upload it again.',
  },
  altered: {
    id: 'Yang tiba tidak sama dengan yang dikirim. Pilih berkas itu lagi untuk mengirim ulang.',
    en: 'What arrived is not what was sent. Choose the file again to send it anew.',
  },
}
