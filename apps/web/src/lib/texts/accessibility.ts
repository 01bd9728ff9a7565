import type { SameTexts } from './same-texts.ts'

const id = {
  title: 'Aksesibilitas',
  description:
    'Apa yang sudah dapat dipakai semua orang di situs ini, bagaimana diperiksa, dan kekurangan yang kami ketahui.',
  lead: 'Situs ini dibuat agar dapat dipakai semua orang, juga di ponsel lama dan sambungan lambat.',
  contents: 'Isi halaman',
  sections: {
    sasaran: {
      title: 'Sasaran kami',
      text: [
        'Pedoman WCAG 2.2 tingkat AA untuk semua halaman publik, dalam bahasa Indonesia dan Inggris.',
        'Halaman publik bekerja tanpa skrip. Gambar dan peta punya judul yang menyebut temuannya dan tabel berisi angka yang sama.',
      ],
    },
    diperiksa: {
      title: 'Bagaimana diperiksa',
      text: [
        'Secara otomatis dengan axe-core pada lebar 360 dan 1.280 piksel, terang dan gelap, dalam kedua bahasa; dan dengan papan ketik saja.',
        'Pemeriksaan otomatis hanya menemukan sebagian masalah. Kami belum menguji situs ini bersama pemakai pembaca layar, dan belum ada penilaian dari pihak luar.',
      ],
    },
    kurang: {
      title: 'Kekurangan yang kami ketahui',
      text: [
        'Peta menunjukkan ratusan titik kecil yang tidak dapat dipilih satu per satu; pakailah tabel per provinsi di bawahnya.',
        'Sumber yang kami tautkan berada di situs lain dan sering tidak aksesibel.',
        'Berkas unduhan berupa data mentah; lembar XLSX belum diuji dengan pembaca layar.',
        'Beberapa kutipan resmi hanya ada dalam bahasa Indonesia, juga di halaman berbahasa Inggris.',
      ],
    },
    bantu: {
      title: 'Bila ada yang menghalangi Anda',
      text: [
        'Sampaikan kepada pengelola situs: halaman mana, apa yang ingin Anda lakukan, dan alat bantu yang Anda pakai.',
      ],
    },
  },
  dated: 'Pernyataan ini ditulis pada',
}

const en: SameTexts<typeof id> = {
  title: 'Accessibility',
  description: 'What everyone can already use on this site, how it is checked, and the gaps we know of.',
  lead: 'This site is made for everyone to use, also on an old phone and a slow line.',
  contents: 'On this page',
  sections: {
    sasaran: {
      title: 'What we aim for',
      text: [
        'WCAG 2.2 at level AA on every public page, in Indonesian and in English.',
        'Public pages work without scripts. Pictures and maps have a title that says what they show and a table with the same numbers.',
      ],
    },
    diperiksa: {
      title: 'How it is checked',
      text: [
        'Automatically with axe-core at 360 and 1,280 pixels, light and dark, in both languages; and with the keyboard alone.',
        'Automatic checks find only part of the problems. The site has not been tested with people who use screen readers, and nobody outside the project has assessed it.',
      ],
    },
    kurang: {
      title: 'Gaps we know of',
      text: [
        'Maps show hundreds of small dots that cannot be picked one by one; use the table by province below them.',
        'The sources we link to are on other sites and often not accessible.',
        'Downloads are raw data; the XLSX sheets have not been tested with a screen reader.',
        'Some official quotations exist in Indonesian only, also on English pages.',
      ],
    },
    bantu: {
      title: 'If something stands in your way',
      text: [
        'Tell the operator of the site which page it was, what you wanted to do, and which aid you use.',
      ],
    },
  },
  dated: 'This statement was written on',
}

export const accessibilityTexts = { id, en }
