import type { SameTexts } from './same-texts.ts'

const id = {
  title: 'Tanda awal',
  of: (hub: string) => `Tanda awal: ${hub}`,
  lead: 'Replikasi yang masih berjalan tetapi menunjukkan tanda yang di tempat lain mendahului berhenti. Ini daftar untuk ditengok, bukan vonis.',
  link: 'Tanda awal: replikasi yang perlu ditengok',
  counts: (all: string) => `${all} replikasi menunjukkan tanda`,
  source: 'denyut, laporan triwulan, dan klaim di situs ini',
  list: 'Yang perlu ditengok dulu',
  subtitle: 'Yang paling banyak tandanya di atas. Satu replikasi dapat menunjukkan beberapa tanda.',
  ask: 'Tanyakan',
  pack: 'Paket serah terima',
  none: 'Belum ada tanda',
  noneSays:
    'Tidak ada replikasi berjalan di wilayah hub ini yang menunjukkan tanda. Jawaban denyut berikutnya dapat mengubahnya.',
  board: 'Ke papan hub',
}

export const earlyWarningTexts: Record<'id' | 'en', SameTexts<typeof id>> = {
  id,
  en: {
    title: 'Early signs',
    of: (hub) => `Early signs: ${hub}`,
    lead: 'Replications that run but show signs that elsewhere came before stopping. A list of places to look, not a verdict.',
    link: 'Early signs: replications to look at',
    counts: (all) => `${all} replications show signs`,
    source: 'pulses, quarterly reports and claims on this site',
    list: 'Look at these first',
    subtitle: 'Those with most signs come first. One replication may show several.',
    ask: 'Ask',
    pack: 'Hand-over pack',
    none: 'No signs yet',
    noneSays:
      'No running replication in the scope of this hub shows any. The next answers to a pulse may change that.',
    board: 'To the board of the hub',
  },
}
