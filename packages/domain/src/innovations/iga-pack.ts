import { byKind, valueOf } from '../blueprints/blueprint.ts'
import type { Component, ComponentKind } from '../blueprints/blueprint.ts'
import type { Says } from '../text/says.ts'
import { igaEvidence } from './iga-evidence.ts'
import type { IgaEvidence } from './iga-evidence.ts'
import { igaForm } from './iga-form.ts'
import type { IgaForm } from './iga-form.ts'
import type { InnovationContent } from './innovation-content.form.ts'
import type { Stage } from './innovation.ts'

/** What is published of an innovation, as far as the form asks for it. */
export type IgaSource = {
  stage: Stage | null
  content: InnovationContent
  /** Of the newest blueprint; none while it has none. */
  components: readonly Component[]
  /** Days on which its trial and its implementation began, as its agency told; `YYYY-MM-DD`. */
  triedOn: string | null
  implementedOn: string | null
  /** Agencies on record that run it. */
  replicas: number
}

/** One field of the form; `missing` says what to do about it, also when there is a value that does not suffice. */
export type IgaField = { key: IgaKey; name: Says; value: string | null; missing: Says | null }

/** The form filled as far as the record goes. `words` are those of the blueprint; headings are not counted. */
export type IgaPack = { fields: IgaField[]; words: number; evidence: IgaEvidence[] }

const names = {
  name: { id: 'Nama inovasi', en: 'Name' },
  stage: { id: 'Tahapan', en: 'Stage' },
  initiator: { id: 'Inisiator', en: 'Initiator' },
  kind: { id: 'Jenis', en: 'Kind' },
  form: { id: 'Bentuk', en: 'Form' },
  affair: { id: 'Urusan', en: 'Government affair' },
  covid: { id: 'Covid atau non-Covid', en: 'Covid or not' },
  triedOn: { id: 'Tanggal uji coba', en: 'Trial began on' },
  implementedOn: { id: 'Tanggal penerapan', en: 'Implemented on' },
  blueprint: { id: 'Rancang bangun', en: 'Blueprint' },
  aim: { id: 'Tujuan', en: 'Aim' },
  benefit: { id: 'Manfaat', en: 'Benefit' },
  result: { id: 'Hasil', en: 'Result' },
} as const satisfies Record<string, Says>
export type IgaKey = keyof typeof names

/**
 * The form of the regional innovation index from what an agency published: nothing is guessed, what the record does not
 * say is named as missing with the way out.
 */
export function igaPack(source: IgaSource, form: IgaForm = igaForm): IgaPack {
  const sections = blueprintSections(source)
  const words = sections.reduce((total, { text }) => total + countWords(text), 0)
  const told = sections.map(({ title, text }) => `${title}\n${text}`).join('\n\n') || null
  const values: Record<IgaKey, Filled> = {
    ...identity(source, form),
    blueprint: [told, words < form.fewestWords ? tooShort(words, form.fewestWords) : null],
    ...outcomes(source),
  }
  const fields = (Object.keys(names) as IgaKey[]).map((key): IgaField => {
    const [value, missing] = values[key]
    return { key, name: names[key], value, missing }
  })
  return { fields, words, evidence: igaEvidence(source, form) }
}

type Filled = [value: string | null, missing: Says | null]

function identity({ stage, content, triedOn, implementedOn }: IgaSource, { stages }: IgaForm) {
  const runs = stage !== null && stage !== 'idea' && stage !== 'trial'
  return {
    name: needed(content.name, 'Terbitkan namanya.', 'Publish its name.'),
    stage: needed(
      (stage && stages[stage]) ?? null,
      'Catat tahapnya di halaman kelola; yang vakum atau berhenti tidak punya tahapan di formulir ini.',
      'Record its stage on the page that looks after it; what is dormant or stopped has no stage in this form.',
    ),
    initiator: byHand('kepala daerah, DPRD, OPD, ASN, atau masyarakat'),
    kind: needed(
      content.isDigital === null ? null : content.isDigital ? 'Digital' : 'Nondigital',
      'Pilih digital atau bukan di naskah inovasi.',
      'Choose digital or not in the text of the innovation.',
    ),
    form: byHand('tata kelola, pelayanan publik, atau lainnya'),
    affair: byHand('urusan pemerintahan'),
    covid: byHand('Covid atau non-Covid'),
    triedOn: wholeDay(triedOn ?? (stage === 'trial' ? content.started : null)),
    implementedOn: wholeDay(implementedOn ?? (runs ? content.started : null)),
  }
}

function outcomes({ content, components }: IgaSource) {
  return {
    aim: needed(
      aimOf(components),
      'Tulis sasaran indikator di rancang bangun, atau isi tujuannya sendiri di formulir.',
      'Write the targets of indicators in the blueprint, or fill in the aim in the form.',
    ),
    benefit: needed(
      joinedLines(content.users, content.inclusion),
      'Sebutkan penggunanya di naskah inovasi.',
      'Say who uses it in the text of the innovation.',
    ),
    result: needed(
      joinedLines(...resultLines(content), content.resultsText),
      'Tulis hasilnya di naskah inovasi, dengan angka sebelum dan sesudah.',
      'Write the results in the text of the innovation, with figures before and after.',
    ),
  }
}

const headings: Readonly<Partial<Record<ComponentKind, string>>> = {
  problem: 'Permasalahan',
  legal_basis: 'Dasar hukum',
  process_step: 'Langkah pelaksanaan',
  staff: 'Tenaga pelaksana',
  equipment: 'Peralatan',
  digital_part: 'Bagian digital',
  risk: 'Risiko',
  inclusion: 'Menjangkau yang sulit dijangkau',
  lesson: 'Kiat, kegagalan, alasan',
}

/** The design narrative: the agency's own paragraphs, then its blueprint kind by kind. */
function blueprintSections({ content, components }: IgaSource): { title: string; text: string }[] {
  const own: [string, string | null][] = [
    ['Dasar hukum', content.legalBasis],
    ['Permasalahan', content.problem],
    ['Cara kerja', content.solution],
  ]
  const built = byKind(components).map(({ kind, components }): [string | undefined, string | null] => [
    headings[kind],
    joinedLines(...components.map(sentence)),
  ])
  return [...own, ...built].flatMap(([title, text]) => (title && text ? [{ title, text }] : []))
}

function sentence({ title, description }: Component): string | null {
  return [title, description].filter(Boolean).join(': ') || null
}

/** The targets of the blueprint's indicators; null where none has one. */
function aimOf(components: readonly Component[]): string | null {
  const targets = components.flatMap((component) => {
    const target = component.kind === 'indicator' ? valueOf(component, 'target') : null
    if (target === null || component.title === null) return []
    const unit = valueOf(component, 'unit')
    return [`${component.title}: ${target}${unit ? ` ${unit}` : ''}`]
  })
  return joinedLines(...targets)
}

/** Figures before and after, a line each, as the form has them. */
export function resultLines({ results }: InnovationContent): string[] {
  return results
    .filter(({ indicator, before, after }) => indicator && before && after)
    .map(({ indicator, before, after, unit, source }) =>
      [`${indicator}: ${before} → ${after}${unit && ` ${unit}`}`, source && `(${source})`]
        .filter(Boolean)
        .join(' '),
    )
}

/** Texts one below the other, as the form has them; null when there is none. */
export function joinedLines(...texts: readonly (string | null)[]): string | null {
  return texts.filter((text) => text?.trim()).join('\n') || null
}

function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length
}

function needed(value: string | null, id: string, en: string): Filled {
  return [value, value === null ? { id, en } : null]
}

/** A field no record holds. */
function byHand(choices: string): Filled {
  return [
    null,
    { id: `Pilih di formulir: ${choices}.`, en: `Choose in the form (not kept here): ${choices}.` },
  ]
}

function wholeDay(typed: string | null): Filled {
  const isWhole = typed !== null && /^\d{4}-\d{2}-\d{2}$/.test(typed.trim())
  return [
    typed,
    isWhole ? null : { id: 'Formulir meminta tanggal lengkap.', en: 'The form asks for a whole date.' },
  ]
}

function tooShort(words: number, fewest: number): Says {
  const lacking = fewest - words
  return {
    id: `Baru ${words} kata; formulir meminta ${fewest}. Tambah ${lacking} kata di naskah atau rancang bangunnya.`,
    en: `${words} words so far; the form asks for ${fewest}. Add ${lacking} in the text or the blueprint.`,
  }
}
