import { expect, test } from 'vitest'
import { countAnswers, readinessDossier } from './readiness.ts'
import type { Evidence } from './readiness.ts'
import {
  evidenceKinds,
  readinessAreas,
  readinessChecklist,
  readinessChecklists,
} from './readiness-checklist.ts'
import type { EvidenceKind } from './readiness-checklist.ts'

const record = (n: number) => ({
  says: { id: `catatan ${n}`, en: `record ${n}` },
  link: `/klaim/${n}`,
  on: null,
})
const evidence = (counts: Partial<Record<EvidenceKind, number>> | 'all'): Evidence =>
  Object.fromEntries(
    evidenceKinds.map((kind) => {
      const count = counts === 'all' ? 10 : (counts[kind] ?? 0)
      return [kind, Array.from({ length: count }, (_, i) => record(i))]
    }),
  ) as unknown as Evidence

test('every version asks each question once, in every area, and is answered by one kind of record', () => {
  for (const { questions } of readinessChecklists) {
    const keys = questions.map(({ key }) => key)
    expect(new Set(keys).size).toBe(keys.length)
    expect([...new Set(questions.map(({ area }) => area))]).toEqual(readinessAreas)
    expect(questions.filter(({ enough }) => enough < 1)).toEqual([])
  }
  expect(readinessChecklist.questions.map(({ key }) => key).sort()).toEqual([...evidenceKinds].sort())
  expect(readinessChecklists.map(({ version }) => version)).toEqual(readinessChecklists.map((_, i) => i + 1))
})

test('with nothing on record every question is a gap, and the outcome says not yet', () => {
  const dossier = readinessDossier(readinessChecklist, evidence({}))
  const all = readinessChecklist.questions.length
  expect(countAnswers(dossier.answers)).toEqual({ answered: 0, partly: 0, gap: all })
  expect(dossier.outcome).toBe('not_yet')
  expect(dossier.missing.map(({ key }) => key)).toEqual(
    readinessChecklist.questions.flatMap(({ key, isNeeded }) => (isNeeded ? [key] : [])),
  )
})

test('with everything on record it is ready to be discussed, never more', () => {
  const dossier = readinessDossier(readinessChecklist, evidence('all'))
  expect([dossier.outcome, dossier.missing]).toEqual(['to_discuss', []])
})

test('fewer records than it takes answer partly, and a needed question then still waits', () => {
  const rest = Object.fromEntries(evidenceKinds.map((kind) => [kind, 10]))
  const { answers, missing, outcome } = readinessDossier(
    readinessChecklist,
    evidence({ ...rest, settings: 1 }),
  )
  expect(answers.find(({ key }) => key === 'settings')).toMatchObject({ state: 'partly', enough: 2 })
  expect([outcome, missing.map(({ key }) => key)]).toEqual(['not_yet', ['settings']])
})

test('what is not needed may be missing', () => {
  const rest = Object.fromEntries(evidenceKinds.map((kind) => [kind, 10]))
  const dossier = readinessDossier(readinessChecklist, evidence({ ...rest, award: 0 }))
  expect([dossier.outcome, countAnswers(dossier.answers).gap]).toEqual(['to_discuss', 1])
})
