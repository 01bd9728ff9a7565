import { componentKinds, valueOf } from '../blueprints/blueprint.ts'
import type { Component, ComponentKind } from '../blueprints/blueprint.ts'
import { joinedLines, resultLines } from '../innovations/iga-pack.ts'
import type { InnovationContent } from '../innovations/innovation-content.form.ts'
import type { Says } from '../text/says.ts'

/** One aspect a form asks for. `weight` is in per cent of the whole; `most_words` is null where no limit is known. */
export type ProposalAspect = {
  key: string
  name: Says
  weight: number
  most_words: number | null
  /** Parts of a record that fill it first; names that are not known fill nothing. */
  from: readonly string[]
}
export type ProposalForm = { key: string; name: Says; source: string; aspects: readonly ProposalAspect[] }

/** What was typed, by the key of the aspect. */
export type ProposalContent = Readonly<Record<string, string>>

/** Characters of one aspect at most. */
export const longestAspect = 12_000

/** A record as far as a proposal draws on it. */
export type ProposalSource = {
  content: InnovationContent
  components: readonly Component[]
  /** Agencies on record that run it. */
  replicas: number
}

/**
 * The texts of a form as the record and its blueprint fill them: the agency's own sentences, nothing added. What they do
 * not say is left empty.
 */
export function prefilledProposal({ aspects }: ProposalForm, source: ProposalSource): ProposalContent {
  return Object.fromEntries(
    aspects.map(({ key, from }) => [
      key,
      (joinedLines(...from.map((part) => partOf(part, source))) ?? '').slice(0, longestAspect),
    ]),
  )
}

function partOf(part: string, { content, components, replicas }: ProposalSource): string | null {
  const kind = componentKinds.find((kind) => part === `blueprint:${kind}`)
  if (kind !== undefined) return joinedLines(...sentencesOf(components, kind))
  if (part === 'replicas') return replicas === 0 ? null : `${replicas} instansi tercatat menjalankannya.`
  if (part === 'results') return joinedLines(...resultLines(content))
  const value: unknown = Object.hasOwn(content, part) ? content[part as keyof InnovationContent] : null
  return typeof value === 'string' ? value : null
}

function sentencesOf(components: readonly Component[], kind: ComponentKind): (string | null)[] {
  return components
    .filter((component) => component.kind === kind)
    .map((component) => {
      const actor = valueOf(component, 'actor')
      const said = [component.title, component.description].filter(Boolean).join(': ')
      return said === '' ? null : actor === null ? said : `${said} (${actor})`
    })
}

/**
 * Words of a text, as a form counts them: runs of signs with a letter or a figure among them.
 * @example wordsIn('antre - 7 hari') // 3
 */
export function wordsIn(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length
}

/** How one aspect stands; `says` is what it asks for. */
export type AspectPoint = { field: string; says: Says; isMet: boolean; isNeeded: boolean; words: number }

/** Each aspect with its words: met when something is written and no more than it may have. */
export function proposalPoints(
  { aspects }: Pick<ProposalForm, 'aspects'>,
  content: ProposalContent,
): AspectPoint[] {
  return aspects.map(({ key, name, weight, most_words: most }) => {
    const words = wordsIn(content[key] ?? '')
    const [id, en] = most === null ? ['', ''] : [`, paling banyak ${most} kata`, `, at most ${most} words`]
    return {
      field: key,
      says: { id: `${name.id} (bobot ${weight}${id})`, en: `${name.en} (weight ${weight}${en})` },
      isMet: words > 0 && (most === null || words <= most),
      isNeeded: weight > 0,
      words,
    }
  })
}

/** The proposal as one text, to be pasted where it is asked for: each aspect under its name, with its words. In Indonesian. */
export function proposalText(
  { name, source, aspects }: ProposalForm,
  content: ProposalContent,
  title: string,
): string {
  const parts = aspects.map(({ key, name, weight, most_words: most }, i) => {
    const text = content[key] ?? ''
    const words = `${wordsIn(text)}${most === null ? '' : ` dari ${most}`} kata`
    return `${i + 1}. ${name.id} (bobot ${weight}; ${words})\n\n${text.trim() || '(belum diisi)'}`
  })
  return `${[title, `Disusun menurut ${name.id}. Sumber susunan: ${source}.`, ...parts].join('\n\n')}\n`
}

/** The proposal as a record of its own: whose it is, by which form, and each aspect with its words. */
export function proposalRecord(
  { key, name, source, aspects }: ProposalForm,
  content: ProposalContent,
  innovation: { code: string; name: string; saved_at: string },
) {
  const { saved_at, ...about } = innovation
  return {
    innovation: about,
    form: { key, name: name.id, source },
    saved_at,
    aspects: aspects.map(({ key, name, weight, most_words }) => {
      const text = content[key] ?? ''
      return { key, name: name.id, weight, most_words, words: wordsIn(text), text }
    }),
  }
}
