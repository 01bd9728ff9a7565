import { readFile } from 'node:fs/promises'
import { commandLineActor } from '@semai/domain/people/actor'
import { pulseQuestions } from '@semai/domain/pulse/pulse-questions'
import { Refusal } from '@semai/domain/refusal'
import { formFaults } from '@semai/domain/text/form-faults'
import { openReady } from '@semai/store/db/ready'
import { publishQuestions } from '@semai/store/pulse/questions.commands'
import { newestQuestions } from '@semai/store/pulse/questions'
import type { ExitCode } from './commands.ts'
import { progress } from './progress.ts'

/** The questions of a pulse: printed, or replaced from now on by the ones in a file. */
export async function run(argv: string[]): Promise<ExitCode> {
  const [file, ...more] = argv
  if (more.length > 0) {
    console.error('Usage: semai pulse [QUESTIONS.json]')
    return 2
  }
  const questions = file === undefined ? null : readQuestions(await readFile(file, 'utf8'))
  const opened = await openReady({ role: 'app' }, process.env, progress)
  try {
    if (questions !== null)
      await publishQuestions(opened.db, commandLineActor, { questions, now: new Date() })
    console.log(JSON.stringify((await newestQuestions(opened.db)).questions, null, 2))
    return 0
  } finally {
    await opened.close()
  }
}

function readQuestions(text: string) {
  const result = pulseQuestions.safeParse(parsed(text))
  if (result.success) return result.data
  const places = formFaults(result.error).map(({ field, says }) => `${field}: ${says.en}`)
  throw new Refusal('invalid', {
    id: `Pertanyaan ini belum dapat dipakai. ${places.join(' ')}`,
    en: `These questions can not be used yet. ${places.join(' ')}`,
  })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Refusal('invalid', {
      id: 'Berkas ini bukan JSON yang utuh. Cetak pertanyaan yang berlaku untuk melihat bentuknya.',
      en: 'This file is not whole JSON. Print the questions in force to see their shape.',
    })
  }
}
