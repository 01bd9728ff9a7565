import type { Strength } from '@semai/domain/claims/claim'

/** What a reader can be shown about a claim: its strength, that it stopped, or that nothing is known. */
export type ClaimMark = Strength | 'stopped' | 'unknown'

export const claimMarks = [
  'verified',
  'confirmed',
  'declared',
  'reported',
  'not_updated',
  'stopped',
  'unknown',
] as const satisfies readonly ClaimMark[]

export const strengthWords = {
  id: {
    verified: 'Diverifikasi',
    confirmed: 'Dikonfirmasi',
    declared: 'Dinyatakan',
    reported: 'Dilaporkan',
    not_updated: 'Belum diperbarui',
    stopped: 'Berhenti',
    unknown: 'Belum diketahui',
  },
  en: {
    verified: 'Verified',
    confirmed: 'Confirmed',
    declared: 'Declared',
    reported: 'Reported',
    not_updated: 'Not updated',
    stopped: 'Stopped',
    unknown: 'Unknown',
  },
} as const satisfies Record<'id' | 'en', Record<ClaimMark, string>>

/** One line on what each mark means, for keys, the style page and the method page. */
export const strengthMeanings = {
  id: {
    verified: 'pihak selain pemiliknya sudah memeriksa bukti bertanggal',
    confirmed: 'instansi asal membenarkan',
    declared: 'yang mereplikasi menyatakannya sendiri',
    reported: 'tertulis di sumber terbit',
    not_updated: 'masa berlakunya lewat tanpa kabar baru',
    stopped: 'tidak berjalan lagi',
    unknown: 'belum ada kabar',
  },
  en: {
    verified: 'someone other than its owner has checked dated evidence',
    confirmed: 'the agency of origin has confirmed it',
    declared: 'the replicating agency says so itself',
    reported: 'a published source says so',
    not_updated: 'its validity has passed without news',
    stopped: 'it no longer runs',
    unknown: 'no news yet',
  },
} as const satisfies Record<'id' | 'en', Record<ClaimMark, string>>
