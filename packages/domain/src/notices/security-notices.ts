import type { Says } from '../text/says.ts'
import { declareNotices } from './notice.ts'

/** What is kept of notices about the safety of an account: never a secret or an address. */
export type SecurityNoticeDetails = {
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

const ownAccount: Says = { id: 'pemilik akun', en: 'the owner of the account' }

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

const notAsked: Says = {
  id: 'Anda tidak memintanya? Segera beri tahu admin lokal Anda.',
  en: 'You did not ask for it? Tell your administrator at once.',
}

/** Notices that protect an account. */
export const securityNotices = declareNotices<SecurityNoticeDetails>({
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
