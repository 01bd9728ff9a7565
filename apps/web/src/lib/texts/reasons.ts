import type { SameTexts } from './same-texts.ts'

const id = {
  title: 'Daftar alasan',
  description: 'Alasan berhenti yang dapat dipilih.',
  lead: 'Inilah alasan yang dapat dipilih ketika inovasi vakum atau dihentikan, dan ketika replikasi berhenti. Kodenya tetap selamanya; yang dipensiunkan tidak dapat dipilih lagi, tetapi tetap terbaca di tempat ia pernah dipilih.',
  list: 'Alasan',
  inId: 'Dalam bahasa Indonesia',
  inEn: 'Dalam bahasa Inggris',
  save: 'Simpan',
  edit: 'Ubah',
  retire: 'Pensiunkan',
  restore: 'Pakai lagi',
  retired: 'dipensiunkan',
  add: 'Tambah alasan',
  addSays: 'Tulis singkat dan umum, karena ia dihitung. Yang khusus ditulis orang di kolom keterangan.',
  submit: 'Tambahkan',
  done: 'Tersimpan.',
}

const en: SameTexts<typeof id> = {
  title: 'List of reasons',
  description: 'Reasons for stopping that can be chosen.',
  lead: 'These can be chosen when an innovation goes dormant or is stopped, and when a replication stops. Codes stay for ever; what is retired can not be chosen any more, and is still read where it was chosen.',
  list: 'Reasons',
  inId: 'In Indonesian',
  inEn: 'In English',
  save: 'Save',
  edit: 'Change',
  retire: 'Retire',
  restore: 'Use again',
  retired: 'retired',
  add: 'Add a reason',
  addSays:
    'Keep it short and general, since it is counted. What is special, people write in words beside it.',
  submit: 'Add',
  done: 'Saved.',
}

export const reasonTexts = { id, en }
