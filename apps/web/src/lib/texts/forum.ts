import type { SameTexts } from './same-texts.ts'

const id = {
  list: 'Forum hub',
  listDescription: 'Forum hub yang memutuskan replikasi beberapa instansi sekaligus, dengan berita acaranya.',
  listLead:
    'Dalam satu sidang, hub dan para anggotanya memilih inovasi yang direplikasi tahun berikutnya. Keputusannya tercatat di sini.',
  none: 'Belum ada forum yang tercatat',
  noneSays: 'Hub mencatat forumnya sendiri, dengan nomor berita acara.',
  decided: (count: number) => `${count} replikasi diputuskan`,
  record: 'Catat forum',
  recordDescription: 'Catat forum hub dan semua keputusannya sekaligus.',
  recordLead:
    'Setiap baris keputusan menjadi satu replikasi yang sedang disiapkan. Semua tersimpan, atau tidak satu pun.',
  hub: 'Hub',
  title: 'Nama forum',
  heldOn: 'Tanggal',
  place: 'Tempat',
  minuteNumber: 'Nomor berita acara',
  minute: 'Isi ringkas berita acara',
  link: 'Alamat berita acara (boleh kosong)',
  year: 'Tahun anggaran yang dituju',
  decisions: 'Keputusan',
  decisionsHint: 'Tiap baris: instansi | inovasi | nama setempat. Nama setempat boleh kosong.',
  decisionsTitle: 'Yang diputuskan',
  submit: 'Simpan forum',
  minuteTitle: 'Berita acara',
  read: 'Baca berita acara',
  adopter: 'Instansi',
  innovation: 'Inovasi',
  localName: 'Nama setempat',
  state: 'Keadaan sekarang',
  notHub: 'Anda belum memegang peran hub.',
}

const en: SameTexts<typeof id> = {
  list: "Hubs' forums",
  listDescription:
    'Forums of hubs that decided on replications of several agencies at once, with their minutes.',
  listLead:
    'In one session a hub and its members choose the innovations to be replicated next year. What they decided is on record here.',
  none: 'No forum on record yet',
  noneSays: 'Hubs record their own forums, with the number of the minute.',
  decided: (count) => `${count} ${count === 1 ? 'replication' : 'replications'} decided`,
  record: 'Record a forum',
  recordDescription: "Record a hub's forum with all it decided at once.",
  recordLead: 'Each line becomes a replication that is being prepared. All are stored, or none.',
  hub: 'Hub',
  title: 'Name of the forum',
  heldOn: 'Day',
  place: 'Place',
  minuteNumber: 'Number of the minute',
  minute: 'What the minute says, in short',
  link: 'Address of the minute (may be empty)',
  year: 'Meant for the budget of',
  decisions: 'Decisions',
  decisionsHint: 'Each line: organisation | innovation | local name. The local name may be empty.',
  decisionsTitle: 'What was decided',
  submit: 'Store the forum',
  minuteTitle: 'Minute',
  read: 'Read the minute',
  adopter: 'Organisation',
  innovation: 'Innovation',
  localName: 'Local name',
  state: 'How it stands now',
  notHub: 'You do not hold the role of a hub.',
}

export const forumTexts = { id, en }
