import { linksOf, rupiahOf } from '../innovations/innovation-content.form.ts'
import { dateInterval } from '../claims/claim.ts'
import { detailsOf, valueOf } from './blueprint.ts'
import type { Component, Detail, DetailName } from './blueprint.ts'

/**
 * A number as Indonesians write it, with at most six decimals; null when it can not be read.
 * @example numberOf('1.250,5') // 1250.5
 */
export function numberOf(typed: string | null): number | null {
  const parts = /^(\d{1,3}(?:\.\d{3})+|\d{1,9})(?:,(\d{1,6}))?$/.exec(typed?.trim() ?? '')
  return parts ? Number(`${parts[1]!.replaceAll('.', '')}.${parts[2] ?? 0}`) : null
}

/** What a detail that was typed stands for in a published file; null when it is empty or can not be read. */
export function readDetail(detail: Detail, typed: string | null): string | number | null {
  if (typed === null) return null
  if (detail.is === 'number') return numberOf(typed)
  if (detail.is === 'rupiah') return rupiahOf(typed)
  if (detail.is === 'address') return linksOf(typed)[0] ?? null
  return detail.is === 'day' ? dayOf(typed) : typed
}

function dayOf(typed: string): string | null {
  try {
    const { earliest, precision } = dateInterval(typed.trim())
    return precision === 'day' ? earliest : null
  } catch {
    return null
  }
}

/** The details of a component in which something stands that can not be read: a number in words, half an address. */
export function unreadableDetails(component: Component): DetailName[] {
  return detailsOf(component.kind).flatMap(([name, detail]) => {
    const typed = valueOf(component, name)
    return typed !== null && readDetail(detail, typed) === null ? [name] : []
  })
}

/** A detail of a published file as it would be typed. */
export function typedDetail(detail: Detail, value: string | number | null): string | null {
  if (value === null) return null
  return detail.is === 'number' ? String(value).replace('.', ',') : String(value)
}

/**
 * Components as a file brought them, in the words in which they were typed before where they say the same: `18.000.000` is
 * not changed by a file that says 18000000, nor what can not be read by one that leaves it out, nor a title that was missing.
 * @param known as they were typed, by key; of a key that comes twice the last counts.
 */
export function asTyped(brought: readonly Component[], known: readonly Component[]): Component[] {
  const before = new Map(known.map((component) => [component.key, component]))
  return brought.map((component) => {
    const was = before.get(component.key)
    if (was?.kind !== component.kind) return component
    const details = detailsOf(component.kind).flatMap(([name, detail]) => {
      const typed = valueOf(was, name)
      return readDetail(detail, typed) === readDetail(detail, valueOf(component, name)) ? [[name, typed]] : []
    })
    const title = was.title === null && component.title === component.key ? null : component.title
    return { ...component, title, ...Object.fromEntries(details) } as Component
  })
}
