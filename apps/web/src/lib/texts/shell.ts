import type { SameTexts } from './same-texts.ts'

const id = {
  skip: 'Lewati ke isi',
  mainNav: 'Utama',
  menu: 'Menu',
  nav: {
    katalog: 'Katalog',
    daerah: 'Daerah',
    instansi: 'Instansi',
    penyebaran: 'Penyebaran',
    replikasi: 'Replikasi',
    program: 'Program',
    data: 'Data terbuka',
  },
  otherLanguage: 'English',
  home: 'Beranda',
  crumbs: 'Letak halaman',
  tagline:
    'Catatan inovasi pelayanan publik Indonesia: apa yang ada, di mana berjalan, siapa yang mereplikasi, dan mana yang berhenti.',
  operator: (name: string) => `Dikelola oleh ${name}.`,
  noOperator:
    'Pengelola situs ini belum diisi. Semai adalah perangkat lunak terbuka, bukan situs resmi kementerian.',
  look: 'Lihat',
  about: 'Tentang',
  aboutLinks: {
    tentang: 'Tentang Semai',
    metode: 'Cara membaca data',
    aksesibilitas: 'Aksesibilitas',
    gaya: 'Gaya tampilan',
  },
  credits: 'Sumber dan lisensi',
  creditCodes: 'Kode wilayah',
  creditOutline: 'Garis pantai',
  creditPoints: 'Titik daerah',
  creditFigures: 'Angka daerah',
  creditFont: 'Huruf',
  creditIcons: 'Ikon',
  publicDomain: 'domain publik',
}

const en: SameTexts<typeof id> = {
  skip: 'Skip to content',
  mainNav: 'Main',
  menu: 'Menu',
  nav: {
    katalog: 'Catalogue',
    daerah: 'Regions',
    instansi: 'Agencies',
    penyebaran: 'Spread',
    replikasi: 'Replication',
    program: 'Programmes',
    data: 'Open data',
  },
  otherLanguage: 'Bahasa Indonesia',
  home: 'Home',
  crumbs: 'Where this page is',
  tagline:
    'The record of public-service innovation in Indonesia: what exists, where it runs, who replicated it, and what stopped.',
  operator: (name) => `Run by ${name}.`,
  noOperator:
    'The operator of this site has not been named. Semai is open software, not the site of a ministry.',
  look: 'Explore',
  about: 'About',
  aboutLinks: {
    tentang: 'About Semai',
    metode: 'How to read the data',
    aksesibilitas: 'Accessibility',
    gaya: 'Style',
  },
  credits: 'Sources and licences',
  creditCodes: 'Region codes',
  creditOutline: 'Coastline',
  creditPoints: 'Region points',
  creditFigures: 'Regional figures',
  creditFont: 'Typeface',
  creditIcons: 'Icons',
  publicDomain: 'public domain',
}

export const shellTexts = { id, en }
