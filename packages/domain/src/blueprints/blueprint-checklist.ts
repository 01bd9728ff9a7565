import type { CheckPoint } from '../innovations/innovation-checklist.ts'
import type { Says } from '../text/says.ts'
import { valueOf } from './blueprint.ts'
import type { BlueprintContent, Component, ComponentKind } from './blueprint.ts'
import { numberOf, unreadableDetails } from './typed-detail.ts'

/** One thing the checklist of a blueprint looks at; `field` is where in the editor it is mended. */
export type BlueprintPoint = Omit<CheckPoint, 'field'> & {
  field: ComponentKind | 'comparable' | 'note' | 'titles' | 'core' | 'standing' | 'readable'
}

type Point = {
  field: BlueprintPoint['field']
  says: Says
  isNeeded: boolean
  met: (content: BlueprintContent) => boolean
  /** Where it is not always asked for. */
  when?: (content: BlueprintContent) => boolean
}

const of = <Kind extends ComponentKind>({ components }: BlueprintContent, kind: Kind) =>
  components.filter((component): component is Extract<Component, { kind: Kind }> => component.kind === kind)

/** Whether values of an indicator can be laid beside those of others: a unit, a direction, and figures where anything stands. */
function isComparable(indicator: Component): boolean {
  const values = (['baseline', 'target', 'reached'] as const).map((name) => valueOf(indicator, name))
  const areFigures = values.every((typed) => typed === null || numberOf(typed) !== null)
  return areFigures && (['unit', 'direction'] as const).every((name) => valueOf(indicator, name) !== null)
}

const points: readonly Point[] = [
  {
    field: 'problem',
    says: { id: 'Jelaskan masalah yang dipecahkan', en: 'Explain the problem it solves' },
    isNeeded: true,
    met: (content) => of(content, 'problem').some(({ description }) => description !== null),
  },
  {
    field: 'legal_basis',
    says: { id: 'Sebutkan dasar hukum beserta nomornya', en: 'Name the legal basis with its number' },
    isNeeded: false,
    met: (content) => of(content, 'legal_basis').some(({ number }) => number !== null),
  },
  {
    field: 'process_step',
    says: {
      id: 'Uraikan tiga langkah atau lebih, masing-masing dengan pelaku dan lamanya',
      en: 'Describe three steps or more, each with who does it and how long it takes',
    },
    isNeeded: true,
    met: (content) => {
      const steps = of(content, 'process_step')
      return steps.length >= 3 && steps.every(({ actor, duration }) => actor !== null && duration !== null)
    },
  },
  {
    field: 'staff',
    says: { id: 'Sebutkan tenaga dan jumlahnya', en: 'Name the staff and how many' },
    isNeeded: true,
    met: (content) => of(content, 'staff').some(({ people }) => people !== null),
  },
  {
    field: 'equipment',
    says: { id: 'Sebutkan sarana yang dibutuhkan', en: 'Name the equipment it takes' },
    isNeeded: false,
    met: (content) => of(content, 'equipment').length > 0,
  },
  {
    field: 'digital_part',
    says: {
      id: 'Beri setiap bagian digital alamat kode sumber dan lisensinya',
      en: 'Give each digital part the address of its source code and its licence',
    },
    isNeeded: false,
    when: (content) => of(content, 'digital_part').length > 0,
    met: (content) =>
      of(content, 'digital_part').every(({ address, licence }) => address !== null && licence !== null),
  },
  {
    field: 'cost',
    says: {
      id: 'Tulis satu biaya atau lebih; nol bila tanpa biaya',
      en: 'Write a cost; zero if there is none',
    },
    isNeeded: true,
    met: (content) => of(content, 'cost').some((cost) => cost.amount_rupiah !== null),
  },
  {
    field: 'indicator',
    says: {
      id: 'Beri satu indikator atau lebih, dengan definisi dan satuannya',
      en: 'Give an indicator with its definition and unit',
    },
    isNeeded: true,
    met: (content) =>
      of(content, 'indicator').some(({ description, unit }) => description !== null && unit !== null),
  },
  {
    field: 'comparable',
    says: {
      id: 'Nyatakan untuk tiap indikator mana yang lebih baik, dengan nilai berupa angka saja, supaya hasil replikasi dapat dibandingkan',
      en: 'Say for each indicator which way is better, with values as figures alone, so that replicas can be compared',
    },
    isNeeded: false,
    when: (content) => of(content, 'indicator').length > 0,
    met: (content) => of(content, 'indicator').every(isComparable),
  },
  {
    field: 'risk',
    says: { id: 'Sebutkan satu risiko dan cara menghadapinya', en: 'Name a risk and how to meet it' },
    isNeeded: false,
    met: (content) => of(content, 'risk').some(({ mitigation }) => mitigation !== null),
  },
  {
    field: 'inclusion',
    says: {
      id: 'Jelaskan siapa yang sulit dijangkau dan caranya',
      en: 'Explain who is hard to reach, and how they are',
    },
    isNeeded: false,
    met: (content) => of(content, 'inclusion').some(({ description }) => description !== null),
  },
  {
    field: 'lesson',
    says: { id: 'Bagikan kiat, kegagalan, dan alasan', en: 'Share advice, a failure and a reason' },
    isNeeded: false,
    met: (content) => new Set(of(content, 'lesson').flatMap(({ type }) => type ?? [])).size === 3,
  },
  {
    field: 'core',
    says: { id: 'Tandai sedikitnya satu komponen inti', en: 'Mark at least one component as core' },
    isNeeded: true,
    met: ({ components }) => components.some(({ standing }) => standing === 'core'),
  },
  {
    field: 'standing',
    says: {
      id: 'Bedakan yang inti dari yang pendukung atau lokal',
      en: 'Tell what is core from what is supporting or local',
    },
    isNeeded: false,
    met: ({ components }) => new Set(components.map(({ standing }) => standing)).size > 1,
  },
  {
    field: 'titles',
    says: { id: 'Beri nama setiap komponen', en: 'Name every component' },
    isNeeded: true,
    met: ({ components }) => components.every(({ title }) => title !== null),
  },
  {
    field: 'readable',
    says: {
      id: 'Tulis jumlah dan biaya dengan angka, alamat diawali https://, tanggal seperti 2026-03-02',
      en: 'Write amounts as figures, addresses beginning with https://, days like 2026-03-02',
    },
    isNeeded: true,
    met: ({ components }) => components.every((component) => unreadableDetails(component).length === 0),
  },
  {
    field: 'note',
    says: { id: 'Tulis apa yang baru di versi ini', en: 'Write what is new in this version' },
    isNeeded: true,
    met: ({ note }) => note !== null,
  },
]

/**
 * The checklist of a blueprint, in the order of the editor: what is there, and what is missing. A point that does not
 * apply, such as source code where nothing is digital, is left out.
 */
export function blueprintChecklist(content: BlueprintContent): BlueprintPoint[] {
  return points
    .filter(({ when }) => when === undefined || when(content))
    .map(({ field, says, isNeeded, met }) => ({ field, says, isNeeded, isMet: met(content) }))
}

/** Whether nothing that is needed is missing. */
export function isWhole(content: BlueprintContent): boolean {
  return blueprintChecklist(content).every(({ isMet, isNeeded }) => isMet || !isNeeded)
}
