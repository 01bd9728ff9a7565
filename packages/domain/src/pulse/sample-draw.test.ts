import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { drawSample, frameText, readFrame } from './sample-draw.ts'

const digest = (text: string) => createHash('sha256').update(text).digest('hex')
const frame = Array.from({ length: 40 }, (_, i) => ({
  code: `REP-${String(i + 1).padStart(4, '0')}`,
  province: i < 24 ? '35' : i < 36 ? '33' : '',
}))
const draw = (given = {}, entries = frame) =>
  drawSample(entries, { size: 10, seed: 'Lotre 2026-03-02: 481516', isStratified: false, ...given }, digest)

test('a frame is one text whatever the order of its entries, and reads back', () => {
  const text = frameText(frame.toReversed())
  expect(text).toBe(frameText(frame))
  expect(text.startsWith('code,province\nREP-0001,35\n')).toBe(true)
  expect(readFrame(text)).toEqual(frame)
  expect(readFrame(text.replaceAll('\n', '\r\n'))).toEqual(frame)
})

test('what is no frame is refused', () => {
  for (const bad of ['', 'code\nREP-1', 'code,province\nREP-1;35', 'code,province\nREP-1,35\nREP-1,33\n']) {
    expect(() => readFrame(bad)).toThrow(RangeError)
  }
})

test('the same seed draws the same, whatever the order of the frame; another seed draws others', () => {
  expect(draw()).toEqual(draw({}, frame.toReversed()))
  expect(new Set(draw()).size).toBe(10)
  expect(draw({ seed: 'Lotre 2026-03-02: 481517' })).not.toEqual(draw())
  expect(draw({ size: 5 })).toEqual(draw().slice(0, 5))
})

test('it is the smallest digests, as the method says', () => {
  const byHand = frame
    .map(({ code }) => [digest(`abc\n${code}`), code] as const)
    .sort()
    .map(([, code]) => code)
  expect(draw({ seed: 'abc' })).toEqual(byHand.slice(0, 10))
})

test('stratified, each province gives its part and the sum is what was asked', () => {
  const provinceOf = new Map(frame.map(({ code, province }) => [code, province]))
  const counts = (size: number) => {
    const drawn = draw({ size, isStratified: true }).map((code) => provinceOf.get(code))
    return ['', '33', '35'].map((province) => drawn.filter((one) => one === province).length)
  }
  expect([counts(10), counts(7), counts(1), counts(40)]).toEqual([
    [1, 3, 6],
    [1, 2, 4],
    [0, 0, 1],
    [4, 12, 24],
  ])
})

test('every entry is drawn about as often as any other', () => {
  const times = new Map<string, number>()
  for (let i = 0; i < 2_000; i++) {
    for (const code of draw({ seed: String(i) })) times.set(code, (times.get(code) ?? 0) + 1)
  }
  // 500 expected of each, with a deviation of 19.4: all within five of them.
  expect([...times.values()].filter((count) => Math.abs(count - 500) > 97)).toEqual([])
  expect(times.size).toBe(40)
})

test('none, and more than there are, are refused', () => {
  for (const size of [0, 41, 1.5]) expect(() => draw({ size })).toThrow(RangeError)
})
