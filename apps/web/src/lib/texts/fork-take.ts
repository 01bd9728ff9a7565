import type { SameTexts } from './same-texts.ts'

/** Pages on which a replica takes components and updates from its origins. */
const id = {
  take: {
    title: 'Ambil komponen dari asal',
    description: 'Memilih komponen rancang bangun asal untuk naskah replika.',
    lead: 'Pilih versi asal, lalu komponen yang diambil. Setiap komponen tetap menyebut asalnya.',
    none: 'Belum ada asal dengan rancang bangun yang terbit.',
    version: 'Versi asal',
    show: 'Tampilkan komponennya',
    here: 'sudah ada di naskah',
    submit: 'Ambil yang dipilih',
    nothing: 'Pilih sedikitnya satu komponen.',
    back: 'Kembali ke naskah',
  },
  update: {
    title: 'Asal memperbarui',
    description: 'Membandingkan versi baru rancang bangun asal dengan naskah replika.',
    lead: (name: string, from: string, to: string) => `${name}: dari versi ${from} ke versi ${to}.`,
    none: 'Naskah ini sudah mengikuti versi terbaru asal.',
    same: 'Versi baru tidak mengubah apa pun yang berbeda dari naskah Anda. Naskah dapat langsung mengikutinya.',
    ours: 'Anda juga mengubah bagian ini',
    take: 'Ambil dari asal',
    leave: 'Tetap seperti naskah kami',
    here: 'Naskah kami',
    there: 'Asal, versi baru',
    absent: '(tidak ada)',
    isGone: 'Dihapus asal',
    submit: 'Terapkan pada naskah',
    says: 'Pilihan Anda masuk ke naskah, belum terbit. Bagian yang tidak diambil dihitung sebagai perbedaan dari versi baru.',
    locked: 'Naskah sedang diperiksa. Tarik kembali dulu untuk mengambil pembaruan.',
  },
}

const en: SameTexts<typeof id> = {
  take: {
    title: 'Take components from an origin',
    description: "Choosing components of an origin's blueprint for the text of a replica.",
    lead: 'Choose an origin version, then the components to take. Each keeps where it came from.',
    none: 'No origin has a published blueprint yet.',
    version: 'Origin version',
    show: 'Show its components',
    here: 'in the text already',
    submit: 'Take what is chosen',
    nothing: 'Choose at least one component.',
    back: 'Back to the text',
  },
  update: {
    title: 'The origin was updated',
    description: "Comparing a new version of the origin's blueprint with the text of the replica.",
    lead: (name, from, to) => `${name}: from version ${from} to version ${to}.`,
    none: 'This text follows the newest version of the origin already.',
    same: 'The new version changes nothing that differs from your text. The text can follow it right away.',
    ours: 'You changed this part too',
    take: 'Take from the origin',
    leave: 'Leave as in our text',
    here: 'Our text',
    there: 'Origin, new version',
    absent: '(not there)',
    isGone: 'Removed by the origin',
    submit: 'Apply to the text',
    says: 'Your choice goes into the text; nothing is published. Parts that are not taken count as differences from the new version.',
    locked: 'The text is being checked. Take it back first to take the update over.',
  },
}

export const forkTakeTexts = { id, en }
