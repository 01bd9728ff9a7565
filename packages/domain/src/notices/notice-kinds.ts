import { roleNames } from '../people/granting.ts'
import type { Role } from '../people/actor.ts'
import { dateWords } from '../time/date-words.ts'
import type { Says } from '../text/says.ts'
import { forkNotices } from './fork-notices.ts'
import type { ForkNoticeDetails } from './fork-notices.ts'
import { declareNotices } from './notice.ts'
import { recordNotices } from './record-notices.ts'
import type { RecordNoticeDetails } from './record-notices.ts'
import { replicationNotices } from './replication-notices.ts'
import type { ReplicationNoticeDetails } from './replication-notices.ts'

/** What is kept of each kind: ids, names of records and words of a closed list; never a reason, an address or a secret. */
export type NoticeDetails = RecordNoticeDetails &
  ReplicationNoticeDetails & {
    edit_submitted: { edit: string; title: string; unit: string }
    edit_returned: { edit: string; title: string }
    edit_published: { slug: string; title: string }
    grant_given: { role: Role; organisation: string | null; until: string | null }
    grant_revoked: { role: Role; organisation: string | null }
    grant_expiring: { role: Role; organisation: string | null; until: string }
    grant_lapsing: { role: Role; organisation: string | null; until: string }
    device_new: { device: string }
    recovery_link: Record<string, never>
    /** `isOwn`: by its owner, signed in; else by a recovery link. */
    password_changed: { isOwn?: true }
    authenticator_set: { isReplaced: boolean }
    recovery_code_used: { left: number }
    passkey_added: Record<string, never>
    passkey_removed: Record<string, never>
    factor_reset: Record<string, never>
  }
export type NoticeDetails = ForkNoticeDetails & {
  edit_submitted: { edit: string; title: string; unit: string }
  edit_returned: { edit: string; title: string }
  edit_published: { slug: string; title: string }
  grant_given: { role: Role; organisation: string | null; until: string | null }
  grant_revoked: { role: Role; organisation: string | null }
  grant_expiring: { role: Role; organisation: string | null; until: string }
  device_new: { device: string }
  recovery_link: Record<string, never>
  password_changed: Record<string, never>
  authenticator_set: { isReplaced: boolean }
  recovery_code_used: { left: number }
  replication_interest: ReplicationNames
  replication_for_you: ReplicationNames
  replication_moved: ReplicationNames & { step: ReplicationStep }
}

/** What the words about a replication need: its code, who takes over, and its local name or that of the innovation. */
type ReplicationNames = { code: string; adopter: string; innovation: string }
export type NoticeKind = keyof NoticeDetails

const ownAccount: Says = { id: 'pemilik akun', en: 'the owner of the account' }
const holder: Says = { id: 'yang memegang peran', en: 'the holder of the role' }
const writer: Says = { id: 'penulis yang mengajukan naskah', en: 'the author who submitted the text' }

/** What protects an account is mailed at once, at any hour, and to everybody. */
const security = {
  group: 'security',
  receives: ownAccount,
  link: () => '/akun',
  mail: 'now',
  maySwitchOff: false,
  isUrgent: true,
} as const

const notYou: Says = {
  id: 'Bukan Anda? Buka akun Anda, akhiri sesi yang tidak dikenal, lalu mintalah tautan kata sandi baru kepada admin lokal Anda.',
  en: 'Not you? Open your account, end the sessions you do not know, then ask your administrator for a link to a new password.',
}

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
  replication_interest: {
    group: 'replications',
    title: { id: 'Ada yang berminat pada inovasi Anda', en: 'Somebody takes over your innovation' },
    receives: { id: 'penulis dan admin lokal instansi asal', en: 'authors and administrators of the origin' },
    subject: ({ adopter, innovation }) => ({
      id: `${adopter} mereplikasi ${innovation}`,
      en: `${adopter} replicates ${innovation}`,
    }),
    sentence: ({ adopter, innovation }) => ({
      id: `${adopter} mulai menyiapkan replikasi ${innovation}. Lihat apa yang mereka perlukan dari Anda.`,
      en: `${adopter} has begun to prepare a replication of ${innovation}. See what they need from you.`,
    }),
    link: ({ code }) => `/replikasi/${code}`,
    mail: 'now',
    maySwitchOff: true,
    isUrgent: false,
  },
  replication_for_you: {
    group: 'replications',
    title: { id: 'Replikasi disarankan atau diputuskan', en: 'A replication was recommended or decided' },
    receives: {
      id: 'penulis dan admin lokal yang akan menjalankan',
      en: 'authors and administrators of the adopter',
    },
    subject: ({ innovation }) => ({ id: `Untuk Anda: ${innovation}`, en: `For you: ${innovation}` }),
    sentence: ({ adopter, innovation }) => ({
      id: `${innovation} disarankan atau diputuskan untuk ${adopter}. Buka untuk melihat alasannya dan menjawab.`,
      en: `${innovation} was recommended to or decided for ${adopter}. Open it to read why and to answer.`,
    }),
    link: ({ code }) => `/replikasi/${code}`,
    mail: 'now',
    maySwitchOff: true,
    isUrgent: false,
  },
  replication_moved: {
    group: 'replications',
    title: { id: 'Replikasi bergerak', en: 'A replication moved on' },
    receives: { id: 'kedua pihak replikasi', en: 'both sides of a replication' },
    subject: ({ innovation, step }) => ({
      id: `${innovation}: ${replicationLifecycle.steps[step].done.id}`,
      en: `${innovation}: ${replicationLifecycle.steps[step].done.en}`,
    }),
    sentence: ({ adopter, innovation, step }) => ({
      id: `Replikasi ${innovation} oleh ${adopter}: ${replicationLifecycle.steps[step].done.id}.`,
      en: `The replication of ${innovation} by ${adopter}: ${replicationLifecycle.steps[step].done.en}.`,
    }),
    link: ({ code }) => `/replikasi/${code}`,
    mail: 'daily',
    maySwitchOff: true,
    isUrgent: false,
  },
  ...forkNotices,
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
  device_new: {
    ...security,
    title: { id: 'Masuk dari peramban baru', en: 'Sign-in from a new browser' },
    subject: ({ device }) => ({
      id: `Masuk dari peramban baru: ${device}`,
      en: `Sign-in from a new browser: ${device}`,
    }),
    sentence: ({ device }) => ({
      id: `Seseorang masuk ke akun Anda dari peramban yang belum dikenal (${device}). ${notYou.id}`,
      en: `Somebody signed in to your account from a browser it did not know (${device}). ${notYou.en}`,
    }),
  },
  recovery_link: {
    ...security,
    title: { id: 'Tautan pemulihan dibuat', en: 'A recovery link was made' },
    subject: () => ({
      id: 'Tautan kata sandi baru dibuat untuk akun Anda',
      en: 'A link to a new password was made for your account',
    }),
    sentence: () => ({
      id: `Seorang admin membuat tautan kata sandi baru untuk akun Anda, berlaku satu hari. ${notAsked.id}`,
      en: `An administrator made a link to a new password for your account, valid for a day. ${notAsked.en}`,
    }),
  },
  password_changed: {
    ...security,
    title: { id: 'Kata sandi diganti', en: 'The password was changed' },
    subject: ({ isOwn }) =>
      isOwn
        ? { id: 'Kata sandi Anda diganti', en: 'Your password was changed' }
        : {
            id: 'Kata sandi Anda diganti dengan tautan pemulihan',
            en: 'Your password was changed by a recovery link',
          },
    sentence: ({ isOwn }) =>
      isOwn
        ? {
            id: `Kata sandi akun Anda diganti di halaman akun; sesi di peramban lain diakhiri. ${notYou.id}`,
            en: `The password of your account was changed on its page; sessions in other browsers were ended. ${notYou.en}`,
          }
        : {
            id: `Kata sandi akun Anda diganti dengan tautan pemulihan; semua sesi diakhiri. ${notYou.id}`,
            en: `The password of your account was changed by a recovery link; every session was ended. ${notYou.en}`,
          },
  },
  authenticator_set: {
    ...security,
    title: { id: 'Pengaman kedua dipasang atau diganti', en: 'The second factor was set up or replaced' },
    link: () => '/akun/pengaman',
    subject: ({ isReplaced }) =>
      isReplaced
        ? { id: 'Pengaman kedua Anda diganti', en: 'Your second factor was replaced' }
        : { id: 'Pengaman kedua Anda terpasang', en: 'Your second factor was set up' },
    sentence: ({ isReplaced }) =>
      isReplaced
        ? {
            id: `Aplikasi kode dan kode cadangan yang lama tidak berlaku lagi. ${notYou.id}`,
            en: `The code app and the recovery codes you had before no longer work. ${notYou.en}`,
          }
        : {
            id: `Mulai sekarang masuk memerlukan kode dari aplikasi. ${notYou.id}`,
            en: `From now on signing in needs a code of the app. ${notYou.en}`,
          },
  },
  recovery_code_used: {
    ...security,
    title: { id: 'Kode cadangan dipakai', en: 'A recovery code was used' },
    link: () => '/akun/pengaman',
    subject: () => ({
      id: 'Kode cadangan Anda dipakai untuk masuk',
      en: 'A recovery code of yours was used to sign in',
    }),
    sentence: ({ left }) => ({
      id: `Satu kode cadangan dipakai; tersisa ${left}. ${notYou.id}`,
      en: `One recovery code was used; ${left} are left. ${notYou.en}`,
    }),
  },
  passkey_added: {
    ...security,
    title: { id: 'Kunci sandi ditambahkan', en: 'A passkey was added' },
    link: () => '/akun/pengaman',
    subject: () => ({
      id: 'Kunci sandi ditambahkan ke akun Anda',
      en: 'A passkey was added to your account',
    }),
    sentence: () => ({
      id: `Mulai sekarang sebuah peranti dapat masuk ke akun Anda tanpa kata sandi. ${notYou.id}`,
      en: `From now on a device can sign in to your account without the password. ${notYou.en}`,
    }),
  },
  passkey_removed: {
    ...security,
    title: { id: 'Kunci sandi dihapus', en: 'A passkey was removed' },
    link: () => '/akun/pengaman',
    subject: () => ({
      id: 'Kunci sandi dihapus dari akun Anda',
      en: 'A passkey was removed from your account',
    }),
    sentence: () => ({
      id: `Perantinya tidak dapat lagi dipakai masuk; sesi di peramban lain diakhiri. ${notYou.id}`,
      en: `Its device can no longer be used to sign in; sessions in other browsers were ended. ${notYou.en}`,
    }),
  },
  factor_reset: {
    ...security,
    title: { id: 'Pengaman kedua dihapus', en: 'The second factor was reset' },
    link: () => '/akun/pengaman',
    subject: () => ({
      id: 'Pengaman kedua akun Anda dihapus',
      en: 'The second factor of your account was reset',
    }),
    sentence: () => ({
      id: `Pengelola menghapus aplikasi kode, kode cadangan, dan kunci sandi akun Anda, dan semua sesi diakhiri. Masuk dengan kata sandi, lalu pasang yang baru. ${notAsked.id}`,
      en: `The operator removed the code app, recovery codes and passkeys of your account, and all sessions ended. Sign in with your password, then set up a new one. ${notAsked.en}`,
    }),
  },
})

const notAsked: Says = {
  id: 'Anda tidak memintanya? Segera beri tahu admin lokal Anda.',
  en: 'You did not ask for it? Tell your administrator at once.',
}

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
