import { expect, test } from 'vitest'
import { relevanceTo } from './relevance.ts'
import { fromVector } from './search-document.ts'
import type { Alternative, Concept } from './understood-query.ts'

const collection = { records: 100, recordsWith: () => 5 }

function asked(typed: string, others: Alternative[] = []): Concept {
  const own: Alternative = { roots: typed.split(' '), weight: 1, how: 'typed' }
  return { typed, importance: 1, alternatives: [own, ...others], isPart: false }
}

function score(concepts: Concept[], vector: string): number {
  return relevanceTo(concepts, collection)(fromVector(vector))
}

test('a record that says nothing of the query scores 0', () => {
  expect(score([asked('hutan')], "'desa':1A")).toBe(0)
})

test('the name counts more than the summary, the summary more than the rest', () => {
  const scores = ["'hutan':1A", "'hutan':1B", "'hutan':1C", "'hutan':1"].map((v) =>
    score([asked('hutan')], v),
  )
  expect(scores).toEqual([...scores].sort((a, b) => b - a))
  expect(new Set(scores).size).toBe(4)
})

test('the typed word counts more than one that means the same', () => {
  const concept = asked('hoaks', [{ roots: ['berita', 'bohong'], weight: 0.85, how: 'same' }])
  expect(score([concept], "'hoaks':1B") > score([concept], "'berita':1B 'bohong':2B")).toBe(true)
})

test('a phrase whose words stand together counts more than one whose words are scattered', () => {
  const concepts = [asked('putus sekolah')]
  const [together, scattered] = [
    score(concepts, "'putus':1B 'sekolah':2B"),
    score(concepts, "'putus':1B 'sekolah':20B"),
  ]
  expect(together > scattered).toBe(true)
  expect(scattered > 0).toBe(true)
})

test('a record that answers every concept comes before one that answers one of them strongly', () => {
  const concepts = [asked('pajak'), asked('desa')]
  expect(score(concepts, "'pajak':1B 'desa':9B") > score(concepts, "'pajak':1A,2A,5B,9B")).toBe(true)
})
