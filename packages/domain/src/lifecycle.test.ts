import { expect, test } from 'vitest'
import {
  decide,
  defineLifecycle,
  isStep,
  offeredSteps,
  statesSeenBy,
  stepNames,
  toMermaid,
} from './lifecycle.ts'
import { except, rule } from './people/access.ts'
import { personActor, publicActor } from './people/actor.ts'

type Letter = { state: 'draft' | 'sent' | 'answered'; text: string; writer: string }

const writer = rule<Letter>(
  { id: 'penulisnya', en: 'its writer' },
  ({ personId }, { writer }) => personId === writer,
)
const reader = rule<Letter>({ id: 'pembaca', en: 'a reader' }, ({ personId }) => personId !== null)
const letters = defineLifecycle<Letter>()({
  name: 'letter',
  title: { id: 'Surat', en: 'Letter' },
  initial: 'draft',
  states: {
    draft: { id: 'Draf', en: 'draft', seenBy: 'owner' },
    sent: { id: 'Terkirim', en: 'sent', seenBy: 'involved' },
    answered: { id: 'Terjawab', en: 'answered', seenBy: 'public' },
  },
  steps: {
    send: {
      from: ['draft'],
      to: 'sent',
      label: { id: 'Kirim', en: 'Send' },
      done: { id: 'dikirim', en: 'sent' },
      by: writer,
      needs: [
        { says: { id: 'Tulis isinya dulu.', en: 'Write it first.' }, holds: ({ text }) => text !== '' },
      ],
    },
    answer: {
      from: ['sent'],
      to: 'answered',
      label: { id: 'Jawab', en: 'Answer' },
      done: { id: 'dijawab', en: 'answered' },
      by: except(reader, writer),
      reason: 'required',
    },
    recall: {
      from: ['sent'],
      to: 'draft',
      label: { id: 'Tarik', en: 'Recall' },
      done: { id: 'ditarik', en: 'recalled' },
      by: writer,
      reason: { oneOf: ['mistake', 'late'] },
    },
  },
})

const now = new Date('2026-03-02T03:04:05Z')
const [sari, wayan] = [personActor('sari', []), personActor('wayan', [])]
const letter = (given: Partial<Letter> = {}): Letter => ({
  state: 'draft',
  text: 'Halo',
  writer: 'sari',
  ...given,
})

test('a permitted step from the right state goes through', () => {
  expect(decide(letters, 'send', { subject: letter(), actor: sari, now })).toEqual({
    ok: true,
    from: 'draft',
    to: 'sent',
  })
})

test('permission is looked at first, then the state, then what is needed, then the reason', () => {
  const blank = letter({ text: '', state: 'sent' })
  const why = (step: 'send' | 'answer', subject: Letter, actor = sari, reason?: string) => {
    const decision = decide(letters, step, { subject, actor, now, reason })
    return decision.ok ? 'ok' : [decision.code, decision.says.id]
  }
  expect(why('send', blank, wayan)).toEqual(['forbidden', 'Hanya: penulisnya.'])
  expect(why('send', blank)).toEqual([
    'conflict',
    'Tidak dapat dilakukan: sekarang "Terkirim". Muat ulang halaman untuk melihat keadaan terbaru.',
  ])
  expect(why('send', letter({ text: '' }))).toEqual(['invalid', 'Tulis isinya dulu.'])
  expect(why('answer', letter({ state: 'sent' }))).toEqual([
    'forbidden',
    'Hanya: pembaca, kecuali penulisnya.',
  ])
  expect(why('answer', letter({ state: 'sent' }), wayan, '  ')).toEqual(['invalid', 'Tuliskan alasannya.'])
  expect(why('answer', letter({ state: 'sent' }), wayan, 'Terima kasih')).toBe('ok')
})

test('a reason from a closed list is one of the list', () => {
  const recalled = (code?: string) =>
    decide(letters, 'recall', { subject: letter({ state: 'sent' }), actor: sari, now, code }).ok
  expect([recalled(), recalled('weather'), recalled('late')]).toEqual([false, false, true])
})

test('what is offered is what may be done, with what still stands in the way', () => {
  const offered = (actor = sari, given: Partial<Letter> = {}) =>
    offeredSteps(letters, { subject: letter(given), actor, now })
  expect(offered(publicActor)).toEqual([])
  expect(offered(sari, { text: '' })).toEqual([
    {
      step: 'send',
      label: { id: 'Kirim', en: 'Send' },
      needsReason: false,
      reasonCodes: null,
      day: null,
      blockedBy: { id: 'Tulis isinya dulu.', en: 'Write it first.' },
    },
  ])
  expect(offered(sari, { state: 'sent' }).map(({ step, reasonCodes }) => [step, reasonCodes])).toEqual([
    ['recall', ['mistake', 'late']],
  ])
})

test('who sees which states follows from the declaration', () => {
  expect(statesSeenBy(letters, 'public')).toEqual(['answered'])
  expect(statesSeenBy(letters, 'involved')).toEqual(['sent', 'answered'])
  expect(statesSeenBy(letters, 'owner')).toEqual(['draft', 'sent', 'answered'])
})

test('a name is a step only when it is declared', () => {
  expect(stepNames(letters)).toEqual(['send', 'answer', 'recall'])
  expect([isStep(letters, 'send'), isStep(letters, 'toString'), isStep(letters, undefined)]).toEqual([
    true,
    false,
    false,
  ])
})

test('the diagram names every state and step', () => {
  expect(toMermaid(letters)).toBe(
    [
      'stateDiagram-v2',
      '  draft: draft',
      '  sent: sent',
      '  answered: answered',
      '  [*] --> draft',
      '  draft --> sent: Send',
      '  sent --> answered: Answer',
      '  sent --> draft: Recall',
    ].join('\n'),
  )
})
