import type { SameTexts } from './same-texts.ts'

const id = {
  title: 'Isian IGA',
  pageTitle: (name: string) => `Isian IGA: ${name}`,
  description:
    'Isian formulir Indeks Inovasi Daerah dari catatan yang sudah terbit, dan apa yang masih kurang.',
  lead: 'Tulis sekali di Semai, pakai lagi di formulir IGA. Yang tidak ada di catatan tidak ditebak; di sampingnya tertulis apa yang perlu dilakukan.',
  from: (version: string) => `Dari versi ${version} yang terbit dan rancang bangun terbarunya.`,
  unpublished:
    'Instansi belum menerbitkan versi sendiri, jadi baru namanya yang terisi. Terbitkan naskahnya dulu.',

  fields: 'Isian formulir',
  filled: (some: string, all: string) => `${some} dari ${all} isian lengkap`,
  words: (count: string, fewest: string) => `${count} dari ${fewest} kata yang diminta`,
  empty: 'Belum terisi',
  missing: 'Yang kurang',
  evidence: 'Bukti per indikator',
  evidenceLead:
    'Nama indikator mengikuti sebutan umumnya dan belum dicocokkan dengan pedoman tahun berjalan. Dokumennya Anda unggah sendiri di formulir.',
  states: {
    document: 'Ada tautan',
    told: 'Tertulis, belum ada dokumen',
    missing: 'Belum ada',
  },
  indicator: 'Indikator',
  state: 'Keadaan',
  inRecord: 'Di catatan',
  download: 'Unduh isian (CSV)',
  jippnas: 'Unduh lembar JIPPNas (CSV)',
  jippnasSays:
    'Semua inovasi unit-unit Anda dalam satu lembar, dengan nomor JIPPNas bila tercatat. Susunan kolomnya kami tetapkan sendiri; susunan resmi portal belum diumumkan.',
}

const en: SameTexts<typeof id> = {
  title: 'IGA form',
  pageTitle: (name) => `IGA form: ${name}`,
  description:
    'The form of the regional innovation index from the published record, and what is still missing.',
  lead: 'Written once in Semai, used again in the IGA form. What the record does not say is not guessed; beside it stands what to do.',
  from: (version) => `From published version ${version} and its newest blueprint.`,
  unpublished:
    'The agency has not published a version of its own, so only the name is filled in. Publish its text first.',

  fields: 'Fields of the form',
  filled: (some, all) => `${some} of ${all} fields complete`,
  words: (count, fewest) => `${count} of the ${fewest} words asked for`,
  empty: 'Not filled in',
  missing: 'Missing',
  evidence: 'Evidence for each indicator',
  evidenceLead:
    'Indicators go by their common names and were not compared with the guide of this year. You upload the documents in the form yourself.',
  states: {
    document: 'Has an address',
    told: 'Told, no document yet',
    missing: 'Not there',
  },
  indicator: 'Indicator',
  state: 'State',
  inRecord: 'In the record',
  download: 'Download the form (CSV)',
  jippnas: 'Download the JIPPNas sheet (CSV)',
  jippnasSays:
    'All innovations of your units in one sheet, with their JIPPNas number where it is on record. The order of columns is ours; the portal has not published its own.',
}

/** Texts of the forms of others that a record fills. */
export const igaTexts = { id, en }
