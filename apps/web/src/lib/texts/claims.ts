import type { SameTexts } from './same-texts.ts'

const id = {
  lead: 'Setiap baris satu klaim, dengan tanggal sejauh yang diketahui, kekuatannya, dan sumbernya. Yang terbaru di atas.',
  head: ['Daerah', 'Tanggal', 'Peristiwa', 'Kekuatan', 'Sumber'],
  happenings: {
    opened: 'dibuka',
    inaugurated: 'diresmikan',
    launched: 'diluncurkan',
    selected: 'dipilih',
    signed: 'ditandatangani',
    running: 'berjalan',
    stopped: 'berhenti',
  },
  batch: 'dalam acara bersama',
  none: 'Belum ada klaim dengan kekuatan ini.',
  where: (from: string, to: string, all: string) => `${from}–${to} dari ${all}`,
}

const en: SameTexts<typeof id> = {
  lead: 'Each row is one claim, with its date as far as it is known, its strength and its source. Newest first.',
  head: ['Region', 'Date', 'Event', 'Strength', 'Source'],
  happenings: {
    opened: 'opened',
    inaugurated: 'inaugurated',
    launched: 'launched',
    selected: 'selected',
    signed: 'signed',
    running: 'running',
    stopped: 'stopped',
  },
  batch: 'at a shared ceremony',
  none: 'There is no claim of this strength yet.',
  where: (from, to, all) => `${from}–${to} of ${all}`,
}

export const claimTexts = { id, en }
