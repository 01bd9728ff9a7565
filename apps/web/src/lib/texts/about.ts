import type { SameTexts } from './same-texts.ts'

const id = {
  title: 'Tentang Semai',
  description:
    'Semai mencatat inovasi pelayanan publik Indonesia: apa yang ada, di mana berjalan, bagaimana menyebar, dan mana yang berhenti.',
  lead: 'Semai berarti menabur benih. Yang berhasil di satu tempat semestinya dapat tumbuh di tempat lain.',
  contents: 'Isi halaman',
  sections: {
    apa: {
      title: 'Apa yang dilakukan',
      text: [
        'Semai menyimpan satu catatan untuk setiap inovasi pelayanan publik: masalah yang dijawab, siapa instansi asalnya, siapa yang mereplikasi, sejak kapan, dan apakah masih berjalan. Setiap fakta menyebut sumbernya, setiap hitungan dapat dihitung ulang.',
        'Mulailah dari [katalog](/katalog), buka [daerah Anda](/daerah), atau lihat [bagaimana inovasi menyebar](/penyebaran). Semua datanya [terbuka](/data).',
      ],
    },
    siapa: {
      title: 'Untuk siapa',
      text: [
        'Warga, wartawan, dan peneliti yang ingin tahu apa yang ada dan apakah bertahan. Unit pelayanan yang mencari contoh untuk masalahnya. Daerah yang hendak mereplikasi dan ingin tahu siapa yang pernah mencoba.',
      ],
    },
    tempat: {
      title: 'Di samping sistem yang sudah ada',
      text: [
        'Semai bukan portal saingan. SINOVIK melayani kompetisi, JIPPNas adalah portal nasional inovasi pelayanan publik, dan IGA menilai inovasi daerah. Semai adalah mesin dan lapisan data terbuka di sampingnya: nomor catatan di sana disimpan bila diketahui, dan semua isi Semai dapat diunduh dan dipakai lagi.',
        'Catatan yang disertakan berasal dari sumber publik dan bukan daftar resmi. Tidak tercatat di sini tidak berarti tidak ada.',
      ],
    },
    milik: {
      title: 'Milik siapa situs ini',
      text: [
        'Semai adalah perangkat lunak terbuka berlisensi EUPL 1.2. Siapa pun boleh menjalankannya: kementerian, provinsi, atau satu hub. Perangkat lunaknya sendiri bukan milik dan bukan suara kementerian mana pun.',
      ],
    },
    salah: {
      title: 'Bila ada yang keliru',
      text: [
        'Setiap halaman menyebut sumber per fakta. Bila Anda menemukan yang salah, sampaikan kepada pengelola situs dengan tautan halamannya dan sumber yang benar. [Cara membaca data](/metode) menjelaskan batas-batasnya.',
      ],
    },
  },
  operator: 'Pengelola situs ini',
  operatorUnset: 'Belum diisi. Pengelola menuliskan namanya sendiri lewat pengaturan situs.',
  contact: 'Hubungi pengelola',
}

const en: SameTexts<typeof id> = {
  title: 'About Semai',
  description:
    'Semai records public-service innovation in Indonesia: what exists, where it runs, how it spreads, and what stopped.',
  lead: 'Semai is Indonesian for sowing. What works in one place should be able to grow in another.',
  contents: 'On this page',
  sections: {
    apa: {
      title: 'What it does',
      text: [
        'Semai keeps one record for each public-service innovation: the problem it answers, the agency of origin, who replicated it, since when, and whether it still runs. Every fact names its source, and every count can be recomputed.',
        'Begin with the [catalogue](/katalog), open [your region](/daerah), or see [how innovations spread](/penyebaran). All of the data is [open](/data).',
      ],
    },
    siapa: {
      title: 'Whom it is for',
      text: [
        'Citizens, journalists and researchers who want to know what exists and whether it lasts. Service units looking for an answer to their problem. Regions about to replicate that want to know who has tried.',
      ],
    },
    tempat: {
      title: 'Beside the systems that exist',
      text: [
        'Semai is not a rival portal. SINOVIK serves the competition, JIPPNas is the national portal of public-service innovation, and IGA assesses regional innovation. Semai is an open engine and data layer beside them: it keeps their record numbers where they are known, and everything in Semai can be downloaded and used again.',
        'The records it ships with come from public sources and are no official register. Not being recorded here does not mean not existing.',
      ],
    },
    milik: {
      title: 'Whose site this is',
      text: [
        'Semai is open software under the EUPL 1.2. Anyone may run it: a ministry, a province, or a single hub. The software itself belongs to no ministry and speaks for none.',
      ],
    },
    salah: {
      title: 'When something is wrong',
      text: [
        'Every page names its sources fact by fact. If you find a mistake, tell the operator of the site, with the address of the page and the right source. [How to read the data](/metode) explains the limits.',
      ],
    },
  },
  operator: 'The operator of this site',
  operatorUnset: 'Not named yet. Operators write their own name in the settings of the site.',
  contact: 'Contact the operator',
}

export const aboutTexts = { id, en }
