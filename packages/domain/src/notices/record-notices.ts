import type { Says } from '../text/says.ts'
import { dateWords } from '../time/date-words.ts'
import { declareNotices } from './notice.ts'

/** What is kept of notices about records: ids and names of records, never a reason or who sent what. */
export type RecordNoticeDetails = {
  handover_offered: { slug: string; title: string }
  handover_answered: { slug: string; title: string; isAccepted: boolean }
  correction_received: { correction: string; title: string; isReply: boolean }
  correction_answered: { correction: string; title: string; isChanged: boolean }
  reply_asked: { id: string; title: string; region: string; until: string }
  voice_received: { title: string; region: string }
  news_due: { count: number; title: string }
}

const itsAdmin: Says = { id: 'admin lokal instansinya', en: 'local administrators of its institution' }
const usual = { group: 'records', mail: 'now', maySwitchOff: true, isUrgent: false } as const

/** Notices about records of one's own unit: who takes charge, what somebody calls wrong, what waits for news. */
export const recordNotices = declareNotices<RecordNoticeDetails>({
  handover_offered: {
    ...usual,
    title: { id: 'Serah terima menunggu jawaban', en: 'A hand-over waits for an answer' },
    receives: { id: 'orang yang akan memegangnya', en: 'the person who is to take charge' },
    subject: ({ title }) => ({ id: `Serah terima: ${title}`, en: `Hand-over: ${title}` }),
    sentence: ({ title }) => ({
      id: `Anda diminta memegang "${title}". Buka halamannya, lalu terima, atau jawab mengapa tidak dapat.`,
      en: `You are asked to take charge of "${title}". Open its page and accept, or answer why you cannot.`,
    }),
    link: ({ slug }) => `/inovasi/${slug}/kelola#serah-terima`,
  },
  handover_answered: {
    ...usual,
    title: { id: 'Serah terima dijawab', en: 'A hand-over was answered' },
    receives: {
      id: 'yang menawarkan dan yang memegang sebelumnya',
      en: 'who offered it, and who was in charge before',
    },
    subject: ({ title, isAccepted }) =>
      isAccepted
        ? { id: `Diterima: serah terima ${title}`, en: `Accepted: hand-over of ${title}` }
        : { id: `Tidak diterima: serah terima ${title}`, en: `Declined: hand-over of ${title}` },
    sentence: ({ title, isAccepted }) =>
      isAccepted
        ? {
            id: `"${title}" sudah ada yang memegang. Tidak ada lagi yang perlu Anda lakukan.`,
            en: `Somebody has taken charge of "${title}". There is nothing more for you to do.`,
          }
        : {
            id: `"${title}" tidak diterima. Baca alasannya di halamannya, lalu tawarkan kepada orang lain.`,
            en: `"${title}" was not accepted. Read why on its page, then offer it to somebody else.`,
          },
    link: ({ slug }) => `/inovasi/${slug}/kelola#serah-terima`,
  },
  correction_received: {
    ...usual,
    title: { id: 'Koreksi dari warga masuk', en: 'A correction from the public came in' },
    receives: itsAdmin,
    subject: ({ title, isReply }) =>
      isReply
        ? { id: `Pengirim koreksi menjawab: ${title}`, en: `Its sender answered: correction of ${title}` }
        : { id: `Koreksi masuk: ${title}`, en: `Correction of ${title}` },
    sentence: ({ title, isReply }) =>
      isReply
        ? {
            id: `Pertanyaan Anda tentang koreksi "${title}" sudah dijawab. Putuskan, lalu balas dengan alasannya.`,
            en: `Your question about the correction of "${title}" was answered. Decide, and reply with the reason.`,
          }
        : {
            id: `Seseorang menyebut ada yang keliru pada "${title}". Periksa, lalu perbaiki atau jawab mengapa tidak.`,
            en: `Somebody says that something is wrong with "${title}". Check it, then change it or answer why not.`,
          },
    link: ({ correction }) => `/koreksi/${correction}`,
  },
  correction_answered: {
    ...usual,
    title: { id: 'Koreksi dijawab', en: 'A correction was answered' },
    receives: itsAdmin,
    subject: ({ title }) => ({ id: `Koreksi dijawab: ${title}`, en: `Correction answered: ${title}` }),
    sentence: ({ title, isChanged }) =>
      isChanged
        ? {
            id: `Koreksi atas "${title}" diterima dan catatannya diubah. Lihat jawabannya.`,
            en: `The correction of "${title}" was accepted and the record changed. See the answer.`,
          }
        : {
            id: `Koreksi atas "${title}" dijawab tanpa mengubah catatan. Lihat alasannya.`,
            en: `The correction of "${title}" was answered without a change. See the reason.`,
          },
    link: ({ correction }) => `/koreksi/${correction}`,
    mail: 'daily',
  },
  reply_asked: {
    ...usual,
    title: { id: 'Hak jawab sebelum dibaca warga', en: 'Right of reply before citizens read it' },
    receives: itsAdmin,
    subject: ({ title, until }) => ({
      id: `Jawab sebelum ${dateWords('id', until)}: ${title} berhenti`,
      en: `Reply before ${dateWords('en', until)}: ${title} stopped`,
    }),
    sentence: ({ title, region, until }) => ({
      id: `Mulai ${dateWords('id', until)} halaman warga menyebut bahwa "${title}" di ${region} berhenti. Jawaban Anda berdiri di sampingnya.`,
      en: `From ${dateWords('en', until)} the page for citizens says that "${title}" in ${region} stopped. Your reply stands beside it.`,
    }),
    link: ({ id }) => `/hak-jawab/${id}`,
  },
  voice_received: {
    ...usual,
    mail: 'daily',
    title: { id: 'Suara warga menunggu diperiksa', en: 'A voice of a citizen waits to be looked at' },
    receives: { id: 'hub yang membina yang menjalankannya', en: 'the hub in charge of who runs it' },
    subject: ({ title, region }) => ({
      id: `Suara warga: ${title} di ${region}`,
      en: `A citizen on ${title} in ${region}`,
    }),
    sentence: ({ title, region }) => ({
      id: `Seorang warga menyatakan "${title}" tidak berjalan di ${region}. Periksa tulisannya, lalu tampilkan atau tidak.`,
      en: `A citizen says that "${title}" does not run in ${region}. Read what was written, then show it or not.`,
    }),
    link: () => '/kerja/suara',
  },
  news_due: {
    ...usual,
    title: { id: 'Inovasi menunggu kabar', en: 'Innovations wait for news' },
    receives: { id: 'penulis dan admin lokal unitnya', en: 'authors and local administrators of its unit' },
    subject: ({ count, title }) =>
      count === 1
        ? { id: `Masih berjalan? ${title}`, en: `Still running? ${title}` }
        : {
            id: `${count.toLocaleString('id')} inovasi menunggu kabar`,
            en: `${count.toLocaleString('en')} innovations wait for news`,
          },
    sentence: ({ count, title }) =>
      count === 1
        ? {
            id: `"${title}" sudah setahun lebih tanpa kabar. Jawab dengan satu tekan: masih berjalan, melemah, atau berhenti.`,
            en: `"${title}" has been without news for more than a year. One press answers: still running, weaker, or stopped.`,
          }
        : {
            id: `Yang paling lama: "${title}". Jawab satu per satu, atau sekaligus dengan satu lembar.`,
            en: `The longest without news: "${title}". Answer one by one, or all of them in one sheet.`,
          },
    link: () => '/kelola/kebaruan',
    mail: 'weekly',
  },
})
