import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')
type Tokens = Record<string, string>
const written = [...css.matchAll(/^ {2}--([\w-]+): var\(--day, (#\w{6})\) var\(--night, (#\w{6})\);$/gm)]
const light: Tokens = Object.fromEntries(written.map(([, name, day]) => [name, day]))
const dark: Tokens = Object.fromEntries(written.map(([, name, , night]) => [name, night]))

test('every colour stands once, with its light and its dark side', () => {
  const colours = css.match(/#[0-9a-f]{3,8}/gi) ?? []
  expect([written.length, colours.length]).toEqual([Object.keys(light).length, written.length * 2])
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
