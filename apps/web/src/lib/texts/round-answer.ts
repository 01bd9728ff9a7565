import type { SameTexts } from './same-texts.ts'

const id = {
  description: 'Jawaban satu lokus pada putaran pemantauan.',
  progress: (answered: string, required: string) => `${answered} dari ${required} pertanyaan wajib terjawab`,
  open: 'Yang belum',
  whole: 'Semua pertanyaan wajib sudah terjawab.',
  until: (moment: string) => `Kirim sebelum ${moment}.`,
  late: (moment: string) => `Batas waktu lewat pada ${moment}.`,
  lateSays:
    'Isian tetap dapat disimpan selama putaran dibuka. Untuk mengirim, mintalah perpanjangan kepada admin kementerian dan sebutkan alasannya.',
  extended: (moment: string) => `Diperpanjang sampai ${moment}`,
  saved: (moment: string) => `Terakhir disimpan ${moment}.`,
  notSaved: 'Belum ada yang tersimpan.',
  required: 'wajib',
  optional: 'boleh kosong',
  known: 'Menurut catatan',
  knownNone: 'tidak ada catatan',
  knownSays: 'Angka dari catatan hanya pembanding: tidak diisikan, dan jawaban Anda boleh berbeda.',
  choose: 'Pilih',
  yes: 'Ya',
  no: 'Tidak',
  attach: 'Simpan draf, lalu unggah atau hapus berkas',
  save: 'Simpan draf',
  submit: 'Simpan dan kirim',
  submitSays: 'Setelah terkirim, jawaban masih dapat ditarik sampai batas waktu.',
  done: (moment: string) => `Jawaban terkirim ${moment}. Terima kasih.`,
  kept: 'Draf tersimpan.',
  neverSent:
    'Lokus ini tidak mengirim jawaban. Drafnya, bila ada, hanya dibaca yang menulis dan kementerian.',
  noAnswer: 'tidak dijawab',
  respondent: 'Yang menjawab',
  record: 'Catatannya',
  feedback: 'Umpan balik penilai',
  feedbackSays:
    'Nilai rata-rata tiap kriteria dan alasannya, tanpa nama. Hanya Anda dan kementerian yang membacanya.',
}

const en: SameTexts<typeof id> = {
  description: 'The answers of one locus in a monitoring round.',
  progress: (answered, required) => `${answered} of ${required} required questions answered`,
  open: 'Still open',
  whole: 'Every required question is answered.',
  until: (moment) => `Submit before ${moment}.`,
  late: (moment) => `The deadline passed on ${moment}.`,
  lateSays:
    'What you write can still be saved while the round is open. To submit, ask the secretariat for an extension, and say why.',
  extended: (moment) => `Extended until ${moment}`,
  saved: (moment) => `Last saved ${moment}.`,
  notSaved: 'Nothing is saved yet.',
  required: 'required',
  optional: 'may be left out',
  known: 'By the records',
  knownNone: 'nothing on record',
  knownSays:
    'Figures on record are there to compare: they are filled in nowhere, and your answer may differ.',
  choose: 'Choose',
  yes: 'Yes',
  no: 'No',
  attach: 'Save the draft, then add or remove files',
  save: 'Save the draft',
  submit: 'Save and submit',
  submitSays: 'Once submitted, the answers can still be taken back until the deadline.',
  done: (moment) => `The answers were submitted ${moment}. Thank you.`,
  kept: 'The draft was saved.',
  neverSent:
    'This locus submitted no answers. A draft, if there is one, is read by its writers and the ministry only.',
  noAnswer: 'not answered',
  respondent: 'Who answers',
  record: 'On record',
  feedback: 'What the assessors say',
  feedbackSays:
    'The mean of each criterion and the reasons, without names. Only you and the ministry read them.',
}

export const roundAnswerTexts = { id, en }
