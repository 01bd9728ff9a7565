import { valueOf } from '../blueprints/blueprint.ts'
import type { ComponentField, ComponentKind } from '../blueprints/blueprint.ts'
import type { Says } from '../text/says.ts'
import type { IgaForm, IgaWitness } from './iga-form.ts'
import type { IgaSource } from './iga-pack.ts'

/** `document`: a published address can be opened; `told`: the record says it, without a document; `missing`: it does not. */
export type EvidenceState = 'document' | 'told' | 'missing'

/** What a record has for one indicator: its own words, and addresses it names. */
export type IgaEvidence = {
  key: string
  name: Says
  state: EvidenceState
  told: string[]
  addresses: string[]
}

type Found = { told: string[]; addresses: string[] }

const witnesses: Readonly<Record<IgaWitness, (source: IgaSource) => Found>> = {
  regulation: (source) => joined(words(source.content.legalBasis), parts(source, 'legal_basis', 'number')),
  staff: (source) => joined(words(source.content.staff), parts(source, 'staff', 'qualification')),
  budget: (source) =>
    joined(
      words(source.content.cost === null ? null : `Rp ${source.content.cost.replace(/^rp\.?\s*/i, '')}`),
      parts(source, 'cost', 'funding'),
    ),
  tools: (source) => joined(parts(source, 'equipment', 'specification'), parts(source, 'digital_part')),
  guide: (source) => parts(source, 'process_step'),
  service: (source) => parts(source, 'digital_part'),
  replicas: ({ replicas }) => words(replicas === 0 ? null : `${replicas} instansi tercatat menjalankannya`),
  results: ({ content }) =>
    joined(
      words(content.resultsText),
      ...content.results
        .filter(({ indicator, before, after }) => indicator && before && after)
        .map(({ indicator, before, after, unit }) =>
          words(`${indicator}: ${before} → ${after} ${unit}`.trim()),
        ),
    ),
  indicators: (source) => parts(source, 'indicator', 'target'),
}

/** What the record has for each indicator of the form, in its order. */
export function igaEvidence(source: IgaSource, { indicators }: IgaForm): IgaEvidence[] {
  return indicators.map(({ key, name, witness }) => {
    const found = witness === null ? words(null) : witnesses[witness](source)
    return { key, name, state: stateOf(found), ...found }
  })
}

function stateOf({ told, addresses }: Found): EvidenceState {
  if (addresses.length > 0) return 'document'
  return told.length > 0 ? 'told' : 'missing'
}

function words(text: string | null): Found {
  return { told: text === null ? [] : [text], addresses: [] }
}

/** The components of a kind with a title, each with one of its details, and the addresses they name. */
function parts({ components }: IgaSource, kind: ComponentKind, detail?: ComponentField): Found {
  const titled = components.filter((component) => component.kind === kind && component.title !== null)
  return {
    told: titled.map((component) =>
      [component.title, detail && valueOf(component, detail)].filter(Boolean).join(', '),
    ),
    addresses: titled.flatMap((component) => valueOf(component, 'address') ?? []),
  }
}

function joined(...found: readonly Found[]): Found {
  return {
    told: found.flatMap(({ told }) => told),
    addresses: found.flatMap(({ addresses }) => addresses),
  }
}
