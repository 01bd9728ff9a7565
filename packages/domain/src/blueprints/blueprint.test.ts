import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aComponent, islandMedicine, islandMedicineLater } from '@semai/testkit/blueprint-scene'
import { agencies } from '@semai/testkit/cast'
import { deadEnds, goldenMatrix } from '@semai/testkit/golden-matrix'
import { formFaults } from '../text/form-faults.ts'
import { blueprintContent, emptyBlueprint } from './blueprint.form.ts'
import { byKind, componentKinds, keyPattern, newKey } from './blueprint.ts'
import type { BlueprintContent, Component } from './blueprint.ts'
import { blueprintChecklist, isWhole } from './blueprint-checklist.ts'
import { blueprintEditLifecycle } from './blueprint-edit.lifecycle.ts'
import { changedList } from './component-list.ts'
import { missingForPubliccode, publiccodeOf } from './publiccode.ts'
import { asTyped, numberOf, unreadableDetails } from './typed-detail.ts'
import { completeness } from '../innovations/innovation-checklist.ts'

const keysOf = (components: readonly Component[]) => components.map(({ key }) => key)
const missing = (content: BlueprintContent) =>
  blueprintChecklist(content).flatMap(({ field, isMet, isNeeded }) => (isNeeded && !isMet ? field : []))
const application = islandMedicine.components.find(({ key }) => key === 'aplikasi')!

test('who may do what with the text of a blueprint, in every state', () => {
  const owned = {
    ownerPath: [agencies.healthOffice, agencies.regency, agencies.province],
    provinceCode: null,
  }
  expect(goldenMatrix(blueprintEditLifecycle, (state) => ({ ...owned, state, content: islandMedicine })))
    .toMatchInlineSnapshot(`
    "draft --submit--> submitted: author
    draft --publish--> published: local admin
    draft --discard--> discarded: author, local admin
    submitted --recall--> draft: author
    submitted --return--> returned: local admin
    submitted --publish--> published: local admin
    returned --submit--> submitted: author
    returned --publish--> published: local admin
    returned --discard--> discarded: author, local admin"
  `)
  expect(deadEnds(blueprintEditLifecycle, ['published', 'discarded'])).toEqual({ unreachable: [], stuck: [] })
})

test('a draft may be poor, but its keys differ', () => {
  expect(blueprintContent.parse({ components: [] })).toEqual(emptyBlueprint)
  const poor = { key: 'a', kind: 'risk', standing: 'core', title: ' ', mitigation: 'dua\r\nbaris' }
  expect(blueprintContent.parse({ note: '', components: [poor] }).components).toEqual([
    aComponent('risk', 'a', { mitigation: 'dua\nbaris' }),
  ])
  const twice = blueprintContent.safeParse({ components: [poor, { ...poor, kind: 'lesson' }] })
  expect(formFaults(twice.error!).map(({ field, says }) => [field, says.en])).toEqual([
    ['components.1.key', 'Two components have this key. Give each a key of its own.'],
  ])
})

test('what the demonstration says is kept as it is', () => {
  for (const content of [islandMedicine, islandMedicineLater])
    expect(blueprintContent.parse(content)).toEqual(content)
})

test.each([
  [{ key: 'A b' }, 'components.0.key'],
  [{ kind: 'cat' }, 'components.0.kind'],
  [{ standing: 'vital' }, 'components.0.standing'],
  [{ title: 'x'.repeat(201) }, 'components.0.title'],
])('a component with %j is refused where it stands', (given, field) => {
  const component = { key: 'a', kind: 'risk', standing: 'core', ...given }
  const { error } = blueprintContent.safeParse({ components: [component] })
  expect(formFaults(error!).map((fault) => fault.field)).toEqual([field])
})

test('the checklist of an empty blueprint and of the demonstration', () => {
  expect(missing(emptyBlueprint)).toEqual([
    'problem',
    'process_step',
    'staff',
    'cost',
    'indicator',
    'core',
    'note',
  ])
  expect([isWhole(emptyBlueprint), isWhole(islandMedicine)]).toEqual([false, true])
  expect(completeness(blueprintChecklist(islandMedicine))).toBe(1)
  const vague = islandMedicine.components.map((one) =>
    one.kind === 'indicator' ? { ...one, baseline: '59 persen' } : one,
  )
  const unmet = blueprintChecklist({ ...islandMedicine, components: vague }).filter(({ isMet }) => !isMet)
  expect(unmet.map(({ field, isNeeded }) => [field, isNeeded])).toEqual([['comparable', false]])
  const withWords = [...islandMedicine.components, aComponent('staff', 'baru', { people: 'beberapa' })]
  expect(missing({ ...islandMedicine, components: withWords })).toEqual(['titles', 'readable'])
})

test('a list changes by its buttons, within the kind, and keys stay', () => {
  const { components } = islandMedicine
  const steps = (list: readonly Component[]) =>
    keysOf(byKind(list).find(({ kind }) => kind === 'process_step')!.components).join(' ')
  expect(steps(components)).toBe('daftar siapkan antar serahkan')
  expect(steps(changedList(components, { do: 'up', key: 'antar' }))).toBe('daftar antar siapkan serahkan')
  expect(steps(changedList(components, { do: 'down', key: 'daftar' }))).toBe('siapkan daftar antar serahkan')
  expect(steps(changedList(components, { do: 'up', key: 'daftar' }))).toBe('daftar siapkan antar serahkan')
  expect(steps(changedList(components, { do: 'remove', key: 'antar' }))).toBe('daftar siapkan serahkan')
  const key = newKey('process_step', 'k3v9x2ab')
  expect(steps(changedList(components, { do: 'add', kind: 'process_step', key }))).toBe(
    'daftar siapkan antar serahkan process-step-k3v9x2ab',
  )
})

test('no button but those that add and remove changes which keys there are', () => {
  const moves = fc.record({
    do: fc.constantFrom('up' as const, 'down' as const),
    key: fc.constantFrom(...keysOf(islandMedicine.components), 'nowhere'),
  })
  fc.assert(
    fc.property(fc.array(moves, { maxLength: 20 }), (taken) => {
      const after = taken.reduce<Component[]>(changedList, islandMedicine.components)
      expect(keysOf(after).toSorted()).toEqual(keysOf(islandMedicine.components).toSorted())
    }),
  )
})

test('every kind gives keys that fit', () => {
  for (const kind of componentKinds) expect(newKey(kind, 'k3v9x2ab')).toMatch(keyPattern)
})

test.each([
  ['1.250,5', 1250.5],
  ['15', 15],
  ['0', 0],
  [' 3 ', 3],
  ['2,25', 2.25],
  ['1.5', null],
  ['lima', null],
  ['-1', null],
  ['', null],
])('the number %j is %s', (typed, number) => {
  expect(numberOf(typed)).toBe(number)
})

test('what can not be read is named', () => {
  const part = { address: 'contoh', maintained_until: '2027', languages: 'id' }
  expect(unreadableDetails(aComponent('digital_part', 'a', part))).toEqual(['address', 'maintained_until'])
  expect(unreadableDetails(aComponent('digital_part', 'a', { maintained_until: '2027-01-31' }))).toEqual([])
})

test('a digital part as publiccode.yml, in the order of the standard', () => {
  expect(publiccodeOf(application)).toMatchInlineSnapshot(`
    "publiccodeYmlVersion: "0.4"
    name: "Catatan Antar Obat"
    url: "https://contoh.test/antar-obat/aplikasi"
    platforms:
      - "android"
      - "web"
    developmentStatus: "stable"
    softwareType: "standalone/mobile"
    description:
      id:
        shortDescription: "Aplikasi kecil yang mencatat jadwal perahu, daftar obat setiap pasien, dan tanda terima."
        longDescription: "Aplikasi kecil yang mencatat jadwal perahu, daftar obat setiap pasien, dan tanda terima. Petugas mengisinya tanpa sinyal di pulau; catatan terkirim begitu perahu kembali ke dermaga."
        features:
          - "Mencatat tanpa sinyal"
          - "Tanda terima"
          - "Pengingat jadwal perahu"
    legal:
      license: "EUPL-1.2"
    maintenance:
      type: "internal"
      contacts:
        - name: "Dinas Kesehatan Sukamaju"
    localisation:
      localisationReady: false
      availableLanguages:
        - "id"
    "
  `)
})

test('a contract is written with its end', () => {
  const part = { ...application, maintenance: 'contract', maintainer: 'CV Contoh' } as Component
  expect(missingForPubliccode(part).map(({ en }) => en)).toEqual(['who maintains it'])
  expect(publiccodeOf({ ...part, maintained_until: '2027-12-31' } as Component)).toContain(
    'maintenance:\n  type: "contract"\n  contractors:\n    - name: "CV Contoh"\n      until: "2027-12-31"\n',
  )
})

test('nothing is made up for publiccode.yml', () => {
  expect(publiccodeOf(aComponent('digital_part', 'a', { title: 'Aplikasi' }))).toBeNull()
  expect(
    missingForPubliccode(aComponent('digital_part', 'a', { title: 'Aplikasi' })).map(({ en }) => en),
  ).toEqual([
    'a description of at least 150 characters',
    'the address of the source code',
    'a licence',
    'its state of development',
    'its type',
    'where it runs',
    'its languages',
    'what it can do',
    'who maintains it',
  ])
  expect(publiccodeOf(islandMedicine.components[0]!)).toBeNull()
})

test('no text breaks out of publiccode.yml', () => {
  const title = 'a: b # "c"\n- d'
  const text = publiccodeOf({ ...application, title } as Component)!
  expect(text.split('\n')[1]).toBe(String.raw`name: "a: b # \"c\"\n- d"`)
})

test('what a file says in other figures is no change; what it says otherwise is', () => {
  const typed = aComponent('cost', 'bensin', { amount_rupiah: 'Rp 18.000.000', funding: 'APBD' })
  const odd = aComponent('cost', 'lain', { amount_rupiah: 'sekitar dua juta' })
  const file = [
    { ...typed, amount_rupiah: '18000000', funding: 'BLUD' },
    { ...odd, amount_rupiah: null },
    aComponent('cost', 'baru', { amount_rupiah: '5' }),
  ] as Component[]
  expect(asTyped(file, [typed, odd])).toEqual([{ ...typed, funding: 'BLUD' }, odd, file[2]])
  expect(asTyped([{ ...file[0]!, amount_rupiah: '9' } as Component], [typed])[0]).toMatchObject({
    amount_rupiah: '9',
  })
})
