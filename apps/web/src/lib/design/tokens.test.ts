import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')
const [light, dark, darkBySystem] = css
  .split(/\n(?=:root|\[data-theme|@media)/)
  .map((block) =>
    Object.fromEntries([...block.matchAll(/--([\w-]+): (#\w{6});/g)].map((found) => found.slice(1))),
  )
  .filter((tokens) => Object.keys(tokens).length > 0) as [Tokens, Tokens, Tokens]
type Tokens = Record<string, string>

test('a page that is dark by choice and one that is dark by system look the same', () => {
  expect(darkBySystem).toEqual(dark)
})

test('light and dark name the same colours', () => {
  expect(Object.keys(dark)).toEqual(Object.keys(light))
})

describe.each([
  ['light', light],
  ['dark', dark],
])('in %s', (_, tokens) => {
  test.each([
    ['ink', 'paper', 7],
    ['ink', 'tint', 7],
    ['ink-2', 'paper', 7],
    ['ink-2', 'tint', 4.5],
    ['ink-3', 'paper', 4.5],
    ['accent', 'paper', 4.5],
    ['warn', 'paper', 4.5],
    ['warn', 'warn-wash', 4.5],
    ['stop', 'paper', 4.5],
    ['stop', 'stop-wash', 4.5],
    ['ink', 'wash', 7],
    ['on-act', 'act', 7],
    ['on-act', 'act-2', 4.5],
    ['edge', 'paper', 3],
    ['leaf', 'paper', 3],
  ])('%s on %s reaches %d to 1', (front, back, least) => {
    expect(contrast(tokens[front] ?? '', tokens[back] ?? '')).toBeGreaterThanOrEqual(least)
  })

  test('time grows lighter at every step, so that it survives grey print', () => {
    const steps = Array.from({ length: 9 }, (_, i) => luminance(tokens[`t${i}`] ?? ''))
    expect(steps).toEqual(steps.toSorted((a, b) => a - b))
  })
})

/** Contrast of two colours after WCAG 2.2. */
function contrast(one: string, other: string): number {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number]
  return (lighter + 0.05) / (darker + 0.05)
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
