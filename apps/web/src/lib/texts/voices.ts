import type { SameTexts } from './same-texts.ts'

const id = {
  title: 'Suara warga',
  of: (name: string) => `Suara warga: ${name}`,
  description: (name: string) => `Yang dikatakan warga tentang ${name}, dan jawaban yang menjalankannya.`,
  lead: 'Tanpa akun. Tidak ada catatan siapa yang mengatakannya.',
  useful: 'Berguna bagi saya',
  usefulSays: 'Sekali sehari untuk tiap perangkat. Bukan survei: hanya yang mau menekan yang terhitung.',
  usefulCount: (n: string) => `${n} kali disebut berguna`,
  absentCount: (n: string, answered: string) => `${n} kali disebut tidak berjalan, ${answered} sudah dijawab`,
  none: 'Belum ada suara warga.',
  all: 'Suara dan jawabannya',
  absent: 'Tidak berjalan di sini',
  absentLead:
    'Menurut catatan berjalan, tetapi Anda mendapati tidak? Katakan di mana. Hub memeriksanya, yang menjalankan menjawab di depan umum. Catatannya sendiri tidak berubah karenanya.',
  place: 'Di mana',
  choose: 'Pilih daerah',
  words: 'Apa yang Anda dapati',
  wordsHint:
    'Boleh kosong. Jangan menulis nama atau nomor siapa pun; yang tertulis tetap kami buang sebelum disimpan.',
  send: 'Kirim',
  website: 'Kosongkan bagian ini',
  noPlaces: 'Inovasi ini belum tercatat berjalan di daerah mana pun.',
  thanks: {
    berguna: 'Terima kasih, sudah dihitung.',
    diterima:
      'Terima kasih. Tulisan Anda diperiksa dulu, lalu ditanyakan kepada yang menjalankan; jawabannya tampil di halaman ini.',
    sudah: 'Perangkat ini sudah mengatakannya. Terima kasih.',
  },
  shown: 'Yang disampaikan warga',
  shownNone: 'Belum ada yang ditampilkan. Yang menunggu diperiksa tidak dihitung.',
  said: (region: string, day: string) => `Tidak berjalan di ${region}, disampaikan ${day}`,
  noWords: 'Tanpa keterangan.',
  answer: (owner: string) => `Jawaban ${owner}`,
  waiting: (owner: string) => `Sudah ditanyakan kepada ${owner}; belum dijawab.`,
  privacy:
    'Perangkat dikenali hanya pada hari yang sama, lewat sidik acak yang dihapus esoknya; peramban Anda mengingat sendiri apa yang sudah dikatakan.',
  queue: {
    title: 'Suara warga yang menunggu',
    lead: 'Tampilkan yang membicarakan layanannya. Yang ditampilkan langsung ditanyakan kepada yang menjalankan.',
    none: 'Tidak ada yang menunggu.',
    said: (owner: string, day: string) => `Dijalankan ${owner}; disampaikan ${day}`,
    claim: 'Lihat klaimnya',
  },
  rejections: {
    personal: 'Memuat data orang',
    insult: 'Menghina',
    advertising: 'Iklan',
    elsewhere: 'Bukan tentang layanan ini',
    unclear: 'Tidak dapat dipahami',
  },
}

const en: SameTexts<typeof id> = {
  title: 'Voices of citizens',
  of: (name) => `Voices of citizens: ${name}`,
  description: (name) => `What citizens say about ${name}, and what those who run it answer.`,
  lead: 'No account. Who said it is not recorded.',
  useful: 'Useful to me',
  usefulSays: 'Once a day for each device. No survey: only those who care to press it are counted.',
  usefulCount: (n) => `called useful ${n} times`,
  absentCount: (n, answered) => `${n} times said not to run, ${answered} answered`,
  none: 'No voices of citizens yet.',
  all: 'Voices and answers',
  absent: 'Not running here',
  absentLead:
    'It is recorded as running, but you found it is not? Say where. The hub looks at it, and those who run it answer in public. The record itself does not change by it.',
  place: 'Where',
  choose: 'Choose a region',
  words: 'What you found',
  wordsHint:
    'May be empty. Write no name or number of anybody; what is written of them is removed before it is stored.',
  send: 'Send',
  website: 'Leave this empty',
  noPlaces: 'This innovation is not recorded as running anywhere yet.',
  thanks: {
    berguna: 'Thank you, it was counted.',
    diterima:
      'Thank you. What you wrote is looked at first, then those who run it are asked; their answer appears on this page.',
    sudah: 'This device has said so already. Thank you.',
  },
  shown: 'What citizens said',
  shownNone: 'Nothing is shown yet. What waits to be looked at is not counted.',
  said: (region, day) => `Not running in ${region}, said on ${day}`,
  noWords: 'Without words.',
  answer: (owner) => `Answer of ${owner}`,
  waiting: (owner) => `${owner} was asked and has not answered yet.`,
  privacy:
    'A device is recognised within one day only, by a random mark deleted the next day; your browser itself remembers what was said.',
  queue: {
    title: 'Voices that wait',
    lead: 'Show what speaks of the service. Those who run it are asked as soon as it is shown.',
    none: 'Nothing waits.',
    said: (owner, day) => `Run by ${owner}; said on ${day}`,
    claim: 'See the claim',
  },
  rejections: {
    personal: 'Holds data of a person',
    insult: 'Insults',
    advertising: 'Advertising',
    elsewhere: 'Not about this service',
    unclear: 'Not understandable',
  },
}

/** Texts of what citizens say. */
export const voiceTexts = { id, en }
