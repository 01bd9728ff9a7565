import { anyOf, itsAuthors, itsHub, itsLocalAdmin, rule } from '../people/access.ts'
import type { Says } from '../text/says.ts'

export const runningAnswers = ['running', 'grown', 'weakened', 'stopped', 'revived'] as const
/** What is answered to "still running?": berjalan, berkembang, melemah, berhenti, berjalan lagi. */
export type RunningAnswer = (typeof runningAnswers)[number]

export const answerWays = ['account', 'sheet', 'link'] as const
/** How it was answered: by somebody signed in, by a local administrator's spreadsheet, or by a signed link. */
export type AnswerWay = (typeof answerWays)[number]

/** What each answer is called. */
export const answerNames: Record<RunningAnswer, Says> = {
  running: { id: 'Masih berjalan', en: 'Still running' },
  grown: { id: 'Berjalan dan makin luas', en: 'Running, and grown' },
  weakened: { id: 'Berjalan, tetapi melemah', en: 'Running, but weaker' },
  stopped: { id: 'Sudah berhenti', en: 'Stopped' },
  revived: { id: 'Pernah berhenti, kini berjalan lagi', en: 'Had stopped, runs again' },
}

/** How an answer was given, as it is shown. A link never says more than "declared by link". */
export const wayNames: Record<AnswerWay, Says> = {
  account: { id: 'dinyatakan instansinya', en: 'declared by its agency' },
  sheet: { id: 'dinyatakan instansinya lewat lembar', en: 'declared by its agency in a sheet' },
  link: { id: 'dinyatakan lewat tautan', en: 'declared by link' },
}

/** Whether the answer says that it runs: then the record counts as confirmed on that day. */
export function saysItRuns(answer: RunningAnswer): boolean {
  return answer !== 'stopped'
}

/** Days a link to "still running?" can be answered. */
export const runningLinkDays = 45

/** Who may answer for a record, as its agency. */
export const mayAnswer = anyOf(itsAuthors, itsLocalAdmin)

/** Who may make a link that asks: its agency and the hub in charge. */
export const mayAsk = anyOf(itsAuthors, itsLocalAdmin, itsHub)

/** Who watches over the freshness of records: of an institution, of a province, of all. */
export const watchesFreshness = rule<unknown>(
  {
    id: 'penulis, admin lokal, hub, pengelola bersama, dan admin kementerian',
    en: 'authors, local administrators, hubs, co-managers and the secretariat',
  },
  ({ personId, grants }) =>
    personId !== null &&
    grants.some(({ role }) => ['author', 'local_admin', 'hub', 'co_manager', 'secretariat'].includes(role)),
)
