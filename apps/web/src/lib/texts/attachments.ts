import type { SameTexts } from './same-texts.ts'

const id = {
  titles: {
    document: 'Salinan bertanda tangan',
    commitment: 'Dokumen komitmen bertanda tangan',
    report: 'Foto laporan',
    answer: 'Berkas bukti',
  },
  description: 'Berkas dari sebuah catatan: salinan bertanda tangan, foto, atau bukti.',
  lead: {
    document: 'Satu berkas: PDF, atau pindaian JPEG, PNG, WebP. Yang baru menggantikan yang lama.',
    commitment: 'Satu berkas: PDF, atau pindaian JPEG, PNG, WebP. Yang baru menggantikan yang lama.',
    report:
      'Paling banyak sepuluh foto. Foto dilihat orang lain setelah Anda menulis apa yang terlihat di dalamnya.',
    answer:
      'Paling banyak lima berkas: PDF, gambar, lembar kerja, atau dokumen. Dibaca instansi Anda, kementerian, dan penilai lokus ini, tidak pernah oleh umum. Dapat dihapus sampai jawaban dikirim.',
  },
  choose: 'Pilih berkas dari peranti ini',
  most: (size: string) => `Paling besar ${size}. Bila sambungan terputus, kiriman dilanjutkan.`,
  send: 'Unggah',
  none: 'Belum ada berkas.',
  stored: 'Salinan bertanda tangan tersimpan.',
  closed: 'Berkasnya hanya untuk yang boleh membaca catatannya.',
  attached: (moment: string) => `diunggah ${moment}`,
  download: 'Unduh berkas',
  alt: 'Apa yang terlihat di foto ini?',
  altHint: 'Satu kalimat untuk yang tidak melihat fotonya, tanpa nama orang.',
  save: 'Simpan',
  remove: 'Hapus',
  back: 'Kembali ke catatannya',
  toSigned: 'Unggah salinan bertanda tangan',
  signedFile: 'Salinan bertanda tangan',
  photos: 'Tambah atau ubah foto',
  seePhotos: 'Foto',
}

const en: SameTexts<typeof id> = {
  titles: {
    document: 'Signed copy',
    commitment: 'Signed document of the commitment',
    report: 'Photographs of the report',
    answer: 'Files of evidence',
  },
  description: 'Files of a record: a signed copy, photographs or evidence.',
  lead: {
    document: 'One file: a PDF, or a scan as JPEG, PNG or WebP. A new one takes the place of the old.',
    commitment: 'One file: a PDF, or a scan as JPEG, PNG or WebP. A new one takes the place of the old.',
    report: 'At most ten photographs. Others see one once you have written what it shows.',
    answer:
      'At most five files: PDF, pictures, sheets or documents. Read by your agency, the ministry and the assessors of this locus, never by the public. They can be removed until the answers are submitted.',
  },
  choose: 'Choose files from this device',
  most: (size) => `At most ${size}. Where the line is lost, the upload goes on later.`,
  send: 'Upload',
  none: 'There is no file yet.',
  stored: 'A signed copy is stored.',
  closed: 'The file is for those who may read the record.',
  attached: (moment) => `uploaded ${moment}`,
  download: 'Download the file',
  alt: 'What does this photograph show?',
  altHint: 'One sentence for those who do not see it, without names of people.',
  save: 'Save',
  remove: 'Remove',
  back: 'Back to the record',
  toSigned: 'Upload the signed copy',
  signedFile: 'Signed copy',
  photos: 'Add or change photographs',
  seePhotos: 'Photographs',
}

export const attachmentTexts = { id, en }
