import type { SameTexts } from './same-texts.ts'

const id = {
  title: 'Silsilah',
  of: (name: string) => `Silsilah ${name}`,
  lead: 'Dari mana asalnya, siapa yang meneruskan, dengan nama apa, dan cabang mana yang berhenti.',
  finding: ({ replicas, places }: Record<'replicas' | 'places', string>) =>
    `${replicas} replika di ${places} cabang`,
  stopped: (count: string) => `${count} berhenti`,
  subtitle: (day: string) =>
    `Setiap titik satu instansi di satu tempat, menurut tanggal mulainya. Cabang terbanyak di atas. Per ${day}.`,
  keys: {
    sure: 'dikonfirmasi atau diverifikasi',
    open: 'belum dikonfirmasi',
    stopped: 'berhenti',
  },
  undated: 'tanpa tanggal',
  alt: (name: string) => `Pohon silsilah ${name}`,
  source: 'klaim di situs ini',
  credit: 'Kredit asal',
  creditSays:
    'Replika milik instansi lain yang sudah diverifikasi, verifikasinya masih berlaku, dan tidak berhenti. Dihitung dari klaim saja, jadi dapat dihitung ulang siapa pun dari unduhannya.',
  further: (count: string) => `Ditambah ${count} lewat catatan turunannya.`,
  parents: 'Berasal dari',
  outline: 'Cabang dan replikanya',
  outlineSays: 'Buka satu cabang untuk melihat replikanya.',
  counts: ({ running, stopped }: Record<'running' | 'stopped', string>) =>
    `${running} berjalan, ${stopped} berhenti`,
  runningOnly: (running: string) => `${running} replika`,
  record: 'catatan turunan',
  open: 'Buka catatannya',
  since: (day: string) => `sejak ${day}`,
  noDate: 'tanggal mulai belum diketahui',
  stoppedOn: (day: string) => `berhenti ${day}`,
  localName: (name: string) => `di sini bernama ${name}`,
  version: (version: string) => `rancang bangun versi ${version}`,
  forms: { adoption: 'adopsi', adaptation: 'adaptasi', modification: 'modifikasi' },
  own: 'asal',
  none: 'Belum ada replika yang tercatat',
  noneSays: 'Begitu ada yang menyatakan menjalankannya, cabang pertamanya tumbuh di sini.',
}

export const familyTexts: Record<'id' | 'en', SameTexts<typeof id>> = {
  id,
  en: {
    title: 'Family tree',
    of: (name) => `Family tree of ${name}`,
    lead: 'Where it came from, who took it on, under what names, and which branches stopped.',
    finding: ({ replicas, places }) => `${replicas} replicas on ${places} branches`,
    stopped: (count) => `${count} stopped`,
    subtitle: (day) =>
      `Each dot is one organisation in one place, by the date it began. The fullest branches come first. As of ${day}.`,
    keys: { sure: 'confirmed or verified', open: 'not confirmed yet', stopped: 'stopped' },
    undated: 'no date',
    alt: (name) => `Family tree of ${name}`,
    source: 'claims on this site',
    credit: 'Credit of the origin',
    creditSays:
      'Replicas of other organisations that were verified, whose verification still holds, and that did not stop. Counted from claims alone, so that anybody can count them again from the download.',
    further: (count) => `And ${count} through records that came from it.`,
    parents: 'Came from',
    outline: 'Branches and their replicas',
    outlineSays: 'Open a branch to see its replicas.',
    counts: ({ running, stopped }) => `${running} running, ${stopped} stopped`,
    runningOnly: (running) => `${running} replicas`,
    record: 'record that came from it',
    open: 'Open its record',
    since: (day) => `since ${day}`,
    noDate: 'not known since when',
    stoppedOn: (day) => `stopped ${day}`,
    localName: (name) => `called ${name} here`,
    version: (version) => `blueprint version ${version}`,
    forms: { adoption: 'adoption', adaptation: 'adaptation', modification: 'modification' },
    own: 'origin',
    none: 'No replica is on record',
    noneSays: 'As soon as somebody states that they run it, its first branch grows here.',
  },
}
