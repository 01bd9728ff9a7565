import fc from 'fast-check'
import { expect, test } from 'vitest'
import { componentKinds, detailsOf, valueOf } from '@semai/domain/blueprints/blueprint'
import type { BlueprintContent, ComponentField } from '@semai/domain/blueprints/blueprint'
import { Refusal } from '@semai/domain/refusal'
import { islandMedicine, islandMedicineLater } from '@semai/testkit/blueprint-scene'
import { contentOfForm, fieldName, listChangeOf, orderField, typedContent } from './blueprint-fields.ts'

/** The form of the editor with a blueprint in it. */
function formOf({ note, components }: BlueprintContent): URLSearchParams {
  const form = new URLSearchParams({
    note: note ?? '',
    [orderField]: components.map(({ key }) => key).join(' '),
  })
  for (const component of components) {
    const details = detailsOf(component.kind).map(([name]) => name)
    const fields: ComponentField[] = ['standing', 'title', 'description', ...details]
    form.set(fieldName(component.key, 'kind'), component.kind)
    for (const field of fields) form.set(fieldName(component.key, field), valueOf(component, field) ?? '')
  }
  return form
}

test('a form gives back the blueprint it was made from', () => {
  for (const content of [islandMedicine, islandMedicineLater])
    expect(contentOfForm(formOf(content))).toEqual(content)
})

test('what does not fit is named by its field, and comes back as it was typed', () => {
  const form = formOf(islandMedicine)
  form.set('c.antar.title', 'x'.repeat(201))
  form.set('c.antar.duration_unit', 'tahun')
  let refusal: unknown
  try {
    contentOfForm(form)
  } catch (problem) {
    refusal = problem
  }
  expect(refusal).toBeInstanceOf(Refusal)
  expect((refusal as Refusal).faults.map(({ field }) => field)).toEqual([
    'c.antar.title',
    'c.antar.duration_unit',
  ])
  const again = typedContent((name) => form.get(name) ?? '')
  expect(again.components.find(({ key }) => key === 'antar')).toMatchObject({ title: 'x'.repeat(201) })
})

/** `stored`: content whose keys differ; `named`: a refusal that names the fields; anything else as it came. */
function outcome(form: URLSearchParams): string {
  try {
    const { components } = contentOfForm(form)
    return new Set(components.map(({ key }) => key)).size === components.length ? 'stored' : 'a key twice'
  } catch (problem) {
    return problem instanceof Refusal && problem.faults.length > 0 ? 'named' : String(problem)
  }
}

test('whatever is sent as a form is content or a sentence, never anything else', () => {
  const name = fc.oneof(
    fc.constantFrom('note', 'order', 'c.a.kind', 'c.a.title', 'c.a.standing', 'c.__proto__.kind', 'c.b.kind'),
    fc.string(),
  )
  const value = fc.oneof(
    fc.constantFrom('a', 'a b', 'a a', '__proto__', 'risk', 'core', 'lesson'),
    fc.string(),
  )
  fc.assert(
    fc.property(fc.array(fc.tuple(name, value), { maxLength: 12 }), (fields) => {
      expect(outcome(new URLSearchParams(fields))).toMatch(/^(stored|named)$/)
    }),
    { numRuns: 2_000 },
  )
})

test('a button names a change; another word is none', () => {
  const key = () => 'baru'
  expect(listChangeOf('add risk', key)).toEqual({ do: 'add', kind: 'risk', key: 'baru' })
  expect(listChangeOf('up antar', key)).toEqual({ do: 'up', key: 'antar' })
  expect(['', 'add', 'add cat', 'publish', 'constructor x'].map((text) => listChangeOf(text, key))).toEqual(
    Array.from({ length: 5 }, () => null),
  )
  for (const kind of componentKinds) expect(listChangeOf(`add ${kind}`, key)).toMatchObject({ kind })
})
