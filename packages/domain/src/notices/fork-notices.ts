import type { Says } from '../text/says.ts'
import { declareNotices } from './notice.ts'

type Draft = { edit: string; innovation: string; adopter: string }

/** What is kept of the notices about blueprints of replicas and those drafted for an origin. */
export type ForkNoticeDetails = {
  origin_updated: { innovation: string; slug: string }
  replica_blueprint: { code: string; innovation: string; adopter: string }
  form_confirmed: { code: string; innovation: string }
  origin_draft_submitted: Draft
  origin_draft_returned: Draft
  origin_draft_endorsed: Draft & { slug: string }
}

const adopters: Says = {
  id: 'penulis dan admin lokal yang mereplikasi',
  en: 'authors and administrators of those who replicate',
}
const drafter: Says = {
  id: 'yang mengajukan naskah untuk asal',
  en: 'whoever submitted the text for the origin',
}
const usual = { group: 'replications', mail: 'now', maySwitchOff: true, isUrgent: false } as const

/** Notices about blueprints of replicas. */
export const forkNotices = declareNotices<ForkNoticeDetails>({
  origin_updated: {
    ...usual,
    title: { id: 'Asal memperbarui rancang bangun', en: 'The origin updated its blueprint' },
    receives: adopters,
    subject: ({ innovation }) => ({
      id: `${innovation}: asal memperbarui rancang bangun`,
      en: `${innovation}: the origin updated its blueprint`,
    }),
    sentence: ({ innovation }) => ({
      id: `Rancang bangun ${innovation} punya versi baru. Buka replikasi Anda dari Tugas saya, lalu pilih bagian mana yang diambil.`,
      en: `The blueprint of ${innovation} has a new version. Open your replication from My desk and choose which parts to take.`,
    }),
    link: () => '/kerja',
    mail: 'daily',
  },
  replica_blueprint: {
    ...usual,
    title: { id: 'Replika menerbitkan rancang bangun', en: 'A replica published its blueprint' },
    receives: { id: 'penulis dan admin lokal instansi asal', en: 'authors and administrators of the origin' },
    subject: ({ adopter, innovation }) => ({
      id: `${adopter} menerbitkan rancang bangun ${innovation}`,
      en: `${adopter} published its blueprint of ${innovation}`,
    }),
    sentence: ({ adopter, innovation }) => ({
      id: `${adopter} menerbitkan cara mereka menjalankan ${innovation}. Lihat apa yang berbeda dan alasannya.`,
      en: `${adopter} published how it runs ${innovation}. See what differs, and why.`,
    }),
    link: ({ code }) => `/replikasi/${code}/rancang-bangun`,
    mail: 'daily',
  },
  form_confirmed: {
    ...usual,
    title: { id: 'Bentuk replikasi dikonfirmasi', en: 'The form of a replication was confirmed' },
    receives: adopters,
    subject: ({ innovation }) => ({
      id: `Bentuk replikasi ${innovation} dikonfirmasi`,
      en: `The form of your replication of ${innovation} was confirmed`,
    }),
    sentence: ({ innovation }) => ({
      id: `Pendamping atau hub mengonfirmasi bentuk yang Anda nyatakan untuk replikasi ${innovation}.`,
      en: `A mentor or the hub confirmed the form you declared for your replication of ${innovation}.`,
    }),
    link: ({ code }) => `/replikasi/${code}/rancang-bangun`,
    mail: 'daily',
  },
  origin_draft_submitted: {
    ...usual,
    title: { id: 'Rancang bangun menunggu pengesahan asal', en: 'A blueprint waits for the origin' },
    receives: { id: 'admin lokal instansi asal', en: "the origin's administrators" },
    subject: ({ innovation }) => ({
      id: `Menunggu pengesahan Anda: rancang bangun ${innovation}`,
      en: `Waiting for you: the blueprint of ${innovation}`,
    }),
    sentence: ({ adopter, innovation }) => ({
      id: `Rancang bangun ${innovation} disusun untuk Anda dari pihak ${adopter}. Sahkan sebagai versi 1, atau kembalikan dengan alasan.`,
      en: `A blueprint of ${innovation} was drafted for you on the side of ${adopter}. Endorse it as version 1, or return it with a reason.`,
    }),
    link: ({ edit }) => `/naskah/rancang-bangun/${edit}`,
  },
  origin_draft_returned: {
    ...usual,
    title: { id: 'Rancang bangun untuk asal dikembalikan', en: 'A blueprint for an origin was returned' },
    receives: drafter,
    subject: ({ innovation }) => ({
      id: `Dikembalikan asal: rancang bangun ${innovation}`,
      en: `Returned by the origin: the blueprint of ${innovation}`,
    }),
    sentence: ({ innovation }) => ({
      id: `Instansi asal mengembalikan rancang bangun ${innovation}. Alasannya tertulis di atas naskah.`,
      en: `The origin returned the blueprint of ${innovation}. The reason stands above the text.`,
    }),
    link: ({ edit }) => `/naskah/rancang-bangun/${edit}`,
  },
  origin_draft_endorsed: {
    ...usual,
    title: { id: 'Rancang bangun untuk asal disahkan', en: 'A blueprint for an origin was endorsed' },
    receives: drafter,
    subject: ({ innovation }) => ({
      id: `Disahkan asal: rancang bangun ${innovation}`,
      en: `Endorsed by the origin: the blueprint of ${innovation}`,
    }),
    sentence: ({ innovation }) => ({
      id: `Rancang bangun ${innovation} yang Anda susun kini versi 1 milik instansi asal. Replika Anda dapat berangkat darinya.`,
      en: `The blueprint of ${innovation} that you drafted is now version 1 of the origin. Your replica can begin with it.`,
    }),
    link: ({ slug }) => `/inovasi/${slug}/rancang-bangun`,
  },
})
