import { detailsOf, valueOf } from '@semai/domain/blueprints/blueprint'
import type { Component, ComponentField, DetailName } from '@semai/domain/blueprints/blueprint'
import { linksOf, rupiahOf } from '@semai/domain/innovations/innovation-content.form'
import type { Lang } from '#lib/site/lang.ts'
import { blueprintPartTexts } from '#lib/texts/blueprint-parts.ts'
import { rupiah } from '#lib/words/rupiah.ts'

/** One detail as a page says it: its label, the words, and where they lead if they are an address. */
export type DetailWords = { name: DetailName; label: string; says: string; link: string | null }

/** The details of a component that say something, in order; a duration with its unit, money as money. */
export function detailWords(lang: Lang, component: Component): DetailWords[] {
  const labels = blueprintPartTexts[lang].details
  return detailsOf(component.kind).flatMap(([name, detail]) => {
    const value = valueOf(component, name)
    if (value === null || name === 'duration_unit') return []
    const unit = name === 'duration' ? ` ${choiceWords(lang, valueOf(component, 'duration_unit'))}` : ''
    const says = (detail.is === 'rupiah' ? money(lang, value) : fieldWords(lang, name, value)) + unit
    const link = detail.is === 'address' ? (linksOf(value)[0] ?? null) : null
    return [{ name, label: labels[name], says: says.trim(), link }]
  })
}

/** What a field is called: for a kind of its own where it has one. */
export function fieldLabel(lang: Lang, { kind }: Pick<Component, 'kind'>, field: ComponentField): string {
  const texts = blueprintPartTexts[lang]
  if (field === 'title' || field === 'description') return texts.kinds[kind][field]
  return field === 'standing' ? texts.fields.standing : texts.details[field]
}

const choices = new Set<ComponentField>([
  'standing',
  'duration_unit',
  'status',
  'software',
  'maintenance',
  'timing',
  'frequency',
  'direction',
  'type',
])

/** The value of a field in words: one of a list by its name, everything else as it was typed. */
export function fieldWords(lang: Lang, field: ComponentField, value: string): string {
  if (!choices.has(field)) return value
  const texts = blueprintPartTexts[lang]
  return field === 'standing' ? (texts.standings as Record<string, string>)[value]! : choiceWords(lang, value)
}

function choiceWords(lang: Lang, value: string | null): string {
  return (blueprintPartTexts[lang].choices as Record<string, string>)[value ?? ''] ?? ''
}

function money(lang: Lang, typed: string): string {
  const amount = rupiahOf(typed)
  return amount === null ? typed : rupiah(lang, amount)
}
