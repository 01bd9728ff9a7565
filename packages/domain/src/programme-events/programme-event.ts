import type { Says } from '../text/says.ts'

export const programmeEventKinds = [
  'named_for_national_replication',
  'recommended',
  'became_national_policy',
  'hub_invited',
  'hub_designated',
] as const
/** What the programme itself did, as a source tells it. None of these says that something runs anywhere. */
export type ProgrammeEventKind = (typeof programmeEventKinds)[number]

/** What each is called, and what it does not mean. */
export const programmeEventNames: Record<ProgrammeEventKind, Says & { means: Says }> = {
  named_for_national_replication: {
    id: 'Disebut untuk direplikasi secara nasional',
    en: 'Named for national replication',
    means: {
      id: 'Disebut dalam rapat teknis kementerian. Apa yang terjadi sesudahnya belum tercatat.',
      en: 'Named at a technical meeting of the ministry. What happened since is not on record.',
    },
  },
  recommended: {
    id: 'Direkomendasikan untuk direplikasi',
    en: 'Recommended for replication',
    means: {
      id: 'Sebuah saran. Tidak berarti sudah dilaksanakan di mana pun.',
      en: 'A suggestion. It does not mean that it is carried out anywhere.',
    },
  },
  became_national_policy: {
    id: 'Menjadi kebijakan nasional',
    en: 'Became a national policy',
    means: {
      id: 'Dasar hukumnya berlaku nasional. Berapa daerah menjalankannya tidak tercatat di sini.',
      en: 'Its legal basis holds nationwide. How many regions carry it out is not on record here.',
    },
  },
  hub_invited: {
    id: 'Diundang menjadi Hub JIPP',
    en: 'Invited to become a hub',
    means: { id: 'Diundang, belum tentu ditetapkan.', en: 'Invited, not necessarily designated.' },
  },
  hub_designated: {
    id: 'Ditetapkan sebagai Hub JIPP',
    en: 'Designated as a hub',
    means: { id: 'Ditetapkan dengan keputusan menteri.', en: 'Designated by a decree of the minister.' },
  },
}
