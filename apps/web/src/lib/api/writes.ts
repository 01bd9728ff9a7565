import { z } from 'zod'
import { innovationCode } from '@semai/domain/exchange/record-parts'
import { innovationContent } from '@semai/domain/innovations/innovation-content.form'
import { innovationEditLifecycle } from '@semai/domain/innovations/innovation-edit.lifecycle'
import { innovationLifecycle } from '@semai/domain/innovations/innovation.lifecycle'
import { runningForm } from '@semai/domain/innovations/still-running.form'
import { stateNames, stepNames } from '@semai/domain/lifecycle'
import { none } from './operation.ts'
import { writeOperation } from './write-operation.ts'
import type { AnyWriteOperation } from './write-operation.ts'

const editId = z.strictObject({ id: z.uuid().describe('The working text.') })
const code = z.strictObject({ code: innovationCode })
const revision = z.int().min(0).describe('Counts saves; send the one you read.')
const point = z.strictObject({ field: z.string(), met: z.boolean(), needed: z.boolean(), says: z.string() })
const state = z.enum(stateNames(innovationEditLifecycle))
const done = z.strictObject({ done: z.literal(true) })
const note = z.string().max(2_000).optional()

const text = z.strictObject({
  id: z.uuid(),
  state,
  revision,
  innovation: z.string().nullable().describe('Code of the published record; null while it is new.'),
  unit: z.string().describe('Name of the unit.'),
  reason: z.string().nullable().describe('Why it was returned.'),
  content: z.record(z.string(), z.unknown()).describe('The fields of the editor.'),
  points: z.array(point).describe('What has to be there before it is published.'),
})

/** A working text with what is missing. */
export const textRead = writeOperation({
  method: 'get',
  path: '/api/naskah/{id}',
  name: 'readText',
  says: 'A working text with its revision and what is still missing.',
  scope: 'read',
  params: editId,
  body: null,
  answer: text,
})

const row = z.strictObject({
  id: z.uuid(),
  state,
  name: z.string().nullable(),
  unit: z.string(),
  saved_at: z.iso.datetime(),
})

/** Working texts that are open. */
export const textsRead = writeOperation({
  method: 'get',
  path: '/api/naskah',
  name: 'listTexts',
  says: 'The first 200 open working texts of your units, those that wait longest first.',
  scope: 'read',
  params: none,
  body: null,
  answer: z.strictObject({ rows: z.array(row) }),
})

/** Begins a working text. */
export const textStart = writeOperation({
  method: 'post',
  path: '/api/naskah',
  name: 'startText',
  says: 'Begins a working text: of a new innovation of a unit, or of one that is there. One that is open already is it.',
  scope: 'texts',
  params: none,
  body: z.union([
    z.strictObject({ unit: z.string().max(200).describe('The unit: the last part of its address.') }),
    z.strictObject({ innovation: innovationCode }),
  ]),
  answer: text,
  created: true,
})

/** Saves a working text. */
export const textSave = writeOperation({
  method: 'put',
  path: '/api/naskah/{id}',
  name: 'saveText',
  says: 'Saves a working text typed on a revision. 409 when somebody saved in between: your text is then kept beside.',
  scope: 'texts',
  params: editId,
  body: z.strictObject({ revision, content: innovationContent }),
  answer: z.strictObject({ revision, points: z.array(point) }),
})

/** Takes a step of a working text. */
export const textStep = writeOperation({
  method: 'post',
  path: '/api/naskah/{id}/langkah',
  name: 'stepText',
  says: 'Takes one step of a working text: submit, recall, return, publish, discard.',
  scope: 'texts',
  params: editId,
  body: z.strictObject({ step: z.enum(stepNames(innovationEditLifecycle)), reason: note }),
  answer: z.strictObject({ from: state, to: state, slug: z.string().nullable() }),
})

/** Takes a step in the life of an innovation. */
export const lifeStep = writeOperation({
  method: 'post',
  path: '/api/inovasi/{code}/langkah',
  name: 'stepInnovation',
  says: 'Takes one step in the life of an innovation. Stopping and pausing name a reason of the closed list.',
  scope: 'life',
  params: code,
  body: z.strictObject({
    step: z.enum(stepNames(innovationLifecycle)),
    code: z.string().max(40).optional().describe('The reason, from the closed list.'),
    reason: note,
    happenedOn: z.iso.date().optional(),
  }),
  answer: done,
})

/** Answers "still running?". */
export const runningAnswer = writeOperation({
  method: 'post',
  path: '/api/inovasi/{code}/kabar',
  name: 'answerRunning',
  says: 'Answers "still running?" for an innovation of your units.',
  scope: 'life',
  params: code,
  body: runningForm,
  answer: done,
})

/** Everything a program may do with a token, in the order of the OpenAPI document. */
export const writeOperations = [
  textsRead,
  textStart,
  textRead,
  textSave,
  textStep,
  lifeStep,
  runningAnswer,
] as unknown as readonly AnyWriteOperation[]
