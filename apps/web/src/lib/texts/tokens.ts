import type { SameTexts } from './same-texts.ts'

const id = {
  title: 'Token program',
  description: 'Token untuk program yang menulis atas nama Anda.',
  lead: 'Dengan token, sebuah program dapat menulis atas nama Anda lewat API: tidak lebih dari yang boleh Anda lakukan, dan tidak lebih dari yang dipilih di sini.',
  docs: 'Uraian API (OpenAPI)',
  yours: 'Token yang berlaku',
  none: 'Belum ada token.',
  until: (day: string) => `berlaku sampai ${day}`,
  over: 'sudah lewat waktunya',
  used: (day: string) => `terakhir dipakai ${day}`,
  unused: 'belum pernah dipakai',
  revoke: 'Cabut',
  make: 'Buat token',
  name: 'Untuk apa',
  nameHint: 'Misalnya: sinkronisasi SIM inovasi kabupaten',
  scopes: 'Boleh dipakai untuk',
  days: 'Berlaku berapa hari',
  made: 'Token dibuat',
  madeSays: 'Salin sekarang: token ini tidak ditampilkan lagi.',
  token: 'Token',
}

const en: SameTexts<typeof id> = {
  title: 'Tokens for programs',
  description: 'Tokens for programs that write on your behalf.',
  lead: 'With a token, a program can write on your behalf through the API: no more than you may do, and no more than is chosen here.',
  docs: 'Description of the API (OpenAPI)',
  yours: 'Tokens in force',
  none: 'No token yet.',
  until: (day) => `valid until ${day}`,
  over: 'past its time',
  used: (day) => `last used ${day}`,
  unused: 'never used',
  revoke: 'Revoke',
  make: 'Make a token',
  name: 'What for',
  nameHint: 'For example: synchronisation with the regency’s information system',
  scopes: 'May be used to',
  days: 'Valid for how many days',
  made: 'Token made',
  madeSays: 'Copy it now: it is not shown again.',
  token: 'Token',
}

export const tokenTexts = { id, en }
