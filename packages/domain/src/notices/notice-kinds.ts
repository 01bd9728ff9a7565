import { roleNames } from '../people/granting.ts'
import type { Role } from '../people/actor.ts'
import { dateWords } from '../time/date-words.ts'
import type { Says } from '../text/says.ts'
import { dutyNotices } from './duty-notices.ts'
import type { DutyNoticeDetails } from './duty-notices.ts'
import { forkNotices } from './fork-notices.ts'
import type { ForkNoticeDetails } from './fork-notices.ts'
import { implementationNotices } from './implementation-notices.ts'
import type { ImplementationDetails } from './implementation-notices.ts'
import { mentoringNotices } from './mentoring-notices.ts'
import type { MentoringDetails } from './mentoring-notices.ts'
import { declareNotices } from './notice.ts'
import { needNotices } from './need-notices.ts'
import type { NeedNoticeDetails } from './need-notices.ts'
import { pulseNotices } from './pulse-notices.ts'
import type { PulseNoticeDetails } from './pulse-notices.ts'
import { recordNotices } from './record-notices.ts'
import type { RecordNoticeDetails } from './record-notices.ts'
import { replicationNotices } from './replication-notices.ts'
import type { ReplicationNoticeDetails } from './replication-notices.ts'
import { roundNotices } from './round-notices.ts'
import type { RoundNoticeDetails } from './round-notices.ts'
import { scalingNotices } from './scaling-notices.ts'
import type { ScalingDetails } from './scaling-notices.ts'
import { securityNotices } from './security-notices.ts'
import type { SecurityNoticeDetails } from './security-notices.ts'
import { studyVisitNotices } from './study-visit-notices.ts'
import type { StudyVisitDetails } from './study-visit-notices.ts'

/** What is kept of each kind: ids, names of records and words of a closed list; never a reason, an address or a secret. */
export type NoticeDetails = RecordNoticeDetails &
  ReplicationNoticeDetails &
  ForkNoticeDetails &
  SecurityNoticeDetails &
  ImplementationDetails &
  StudyVisitDetails &
  NeedNoticeDetails &
  DutyNoticeDetails &
  PulseNoticeDetails &
  MentoringDetails &
  RoundNoticeDetails &
  ScalingDetails & {
    edit_submitted: { edit: string; title: string; unit: string }
    edit_returned: { edit: string; title: string }
    edit_published: { slug: string; title: string }
    grant_given: { role: Role; organisation: string | null; until: string | null }
    grant_revoked: { role: Role; organisation: string | null }
    grant_expiring: { role: Role; organisation: string | null; until: string }
    grant_lapsing: { role: Role; organisation: string | null; until: string }
  }
export type NoticeKind = keyof NoticeDetails

const holder: Says = { id: 'yang memegang peran', en: 'the holder of the role' }
const writer: Says = { id: 'penulis yang mengajukan naskah', en: 'the author who submitted the text' }

/** Every kind of notice there is. A new one is an entry here, and a call of `notify` where it happens. */
export const noticeKinds = declareNotices<NoticeDetails>({
  edit_submitted: {
    group: 'writing',
    title: { id: 'Naskah menunggu pemeriksaan', en: 'A text waits to be checked' },
    receives: { id: 'admin lokal yang dapat menerbitkan', en: 'local administrators who may publish it' },
    subject: ({ title }) => ({ id: `Menunggu Anda: ${title}`, en: `Waiting for you: ${title}` }),
    sentence: ({ title, unit }) => ({
      id: `${unit} mengajukan naskah "${title}". Periksa, lalu terbitkan atau kembalikan dengan alasan.`,
      en: `${unit} submitted the text "${title}". Check it, then publish it or return it with a reason.`,
    }),
    link: ({ edit }) => `/naskah/${edit}`,
    mail: 'now',
    maySwitchOff: true,
    isUrgent: false,
  },
  edit_returned: {
    group: 'writing',
    title: { id: 'Naskah dikembalikan', en: 'A text was returned' },
    receives: writer,
    subject: ({ title }) => ({ id: `Dikembalikan: ${title}`, en: `Returned: ${title}` }),
    sentence: ({ title }) => ({
      id: `Naskah "${title}" dikembalikan untuk dilengkapi. Alasannya tertulis di atas naskah.`,
      en: `The text "${title}" was returned to be completed. The reason stands above the text.`,
    }),
    link: ({ edit }) => `/naskah/${edit}`,
    mail: 'now',
    maySwitchOff: true,
    isUrgent: false,
  },
  edit_published: {
    group: 'writing',
    title: { id: 'Naskah terbit', en: 'A text was published' },
    receives: writer,
    subject: ({ title }) => ({ id: `Terbit: ${title}`, en: `Published: ${title}` }),
    sentence: ({ title }) => ({
      id: `"${title}" sudah terbit dan dapat dilihat siapa saja.`,
      en: `"${title}" is published and can be seen by everyone.`,
    }),
    link: ({ slug }) => `/inovasi/${slug}`,
    mail: 'daily',
    maySwitchOff: true,
    isUrgent: false,
  },
  ...recordNotices,
  ...replicationNotices,
  ...forkNotices,
  ...implementationNotices,
  ...studyVisitNotices,
  ...dutyNotices,
  ...needNotices,
  ...pulseNotices,
  ...mentoringNotices,
  ...scalingNotices,
  ...roundNotices,
  grant_given: {
    group: 'roles',
    title: { id: 'Peran diberikan', en: 'A role was given' },
    receives: holder,
    subject: (detail) => ({ id: `Peran baru: ${as(detail).id}`, en: `New role: ${as(detail).en}` }),
    sentence: (detail) => ({
      id: `Anda sekarang memegang peran ${as(detail).id}${detail.until ? `, sampai ${dateWords('id', detail.until)}` : ''}.`,
      en: `You now hold the role ${as(detail).en}${detail.until ? `, until ${dateWords('en', detail.until)}` : ''}.`,
    }),
    link: () => '/akun',
    mail: 'now',
    maySwitchOff: true,
    isUrgent: false,
  },
  grant_revoked: {
    group: 'roles',
    title: { id: 'Peran dicabut', en: 'A role was taken back' },
    receives: holder,
    subject: (detail) => ({ id: `Peran dicabut: ${as(detail).id}`, en: `Role taken back: ${as(detail).en}` }),
    sentence: (detail) => ({
      id: `Peran ${as(detail).id} tidak lagi Anda pegang. Bila ini keliru, hubungi admin lokal Anda.`,
      en: `You no longer hold the role ${as(detail).en}. If this is a mistake, speak to your administrator.`,
    }),
    link: () => '/akun',
    mail: 'now',
    maySwitchOff: true,
    isUrgent: false,
  },
  grant_expiring: {
    group: 'roles',
    title: { id: 'Peran hampir berakhir', en: 'A role is about to end' },
    receives: holder,
    subject: (detail) => ({
      id: `Berakhir ${dateWords('id', detail.until)}: ${as(detail).id}`,
      en: `Ends on ${dateWords('en', detail.until)}: ${as(detail).en}`,
    }),
    sentence: (detail) => ({
      id: `Peran ${as(detail).id} berakhir ${dateWords('id', detail.until)}. Masih diperlukan? Mintalah perpanjangan kepada yang memberikannya.`,
      en: `The role ${as(detail).en} ends on ${dateWords('en', detail.until)}. Still needed? Ask whoever gave it to extend it.`,
    }),
    link: () => '/akun',
    mail: 'now',
    maySwitchOff: true,
    isUrgent: false,
  },
  grant_lapsing: {
    group: 'roles',
    title: { id: 'Peran menunggu peninjauan', en: 'A role waits to be looked at' },
    receives: {
      id: 'yang memegang peran, dan yang memberikannya',
      en: 'the holder of the role, and whoever gave it',
    },
    subject: (detail) => ({
      id: `Perlu ditinjau sebelum ${dateWords('id', detail.until)}: ${as(detail).id}`,
      en: `To be looked at before ${dateWords('en', detail.until)}: ${as(detail).en}`,
    }),
    sentence: (detail) => ({
      id: `Peran ${as(detail).id} sudah lebih dari setahun tidak ditinjau, dan gugur ${dateWords('id', detail.until)} bila tidak ada admin lain yang menandainya masih berlaku di halaman Orang.`,
      en: `Nobody looked at the role ${as(detail).en} for more than a year. It lapses on ${dateWords('en', detail.until)} unless another administrator marks it as still holding on the page People.`,
    }),
    link: () => '/akun',
    mail: 'now',
    maySwitchOff: true,
    isUrgent: false,
  },
  ...securityNotices,
})

/** A role and where it holds: "Penulis unit (UPP), Puskesmas Sukamaju". */
function as({ role, organisation }: { role: Role; organisation: string | null }): Says {
  const where = organisation === null ? '' : `, ${organisation}`
  return { id: roleNames[role].id + where, en: roleNames[role].en + where }
}

/** The names of the kinds, in the order of the declaration. */
export const noticeNames = Object.keys(noticeKinds) as [NoticeKind, ...NoticeKind[]]

/** Whether a text names a kind; what every object inherits does not. */
export function isNoticeKind(name: string): name is NoticeKind {
  return Object.hasOwn(noticeKinds, name)
}
