import { replyDaysFrom } from '@semai/domain/replies/right-of-reply'
import { cleanFiles } from '@semai/store/files/clean-files'
import type { Files } from '@semai/store/files/open-files'
import { budgetRulesFrom } from '@semai/store/action-plans/budget-rules'
import { warnOfBudgetWindows } from '@semai/store/action-plans/budget-windows.commands'
import type { Db } from '@semai/store/db/transaction'
import { warnOfFindings } from '@semai/store/duties/finding-deadlines.commands'
import { remindAssessors, warnOfRounds } from '@semai/store/rounds/round-deadlines.commands'
import { warnOfDeadlines } from '@semai/store/duties/deadlines.commands'
import { tellWeeklyDuties } from '@semai/store/duties/weekly-duties.commands'
import type { startWorker } from '@semai/store/jobs/worker'
import { tellOfNewMatches } from '@semai/store/needs/new-matches.commands'
import { remindOfDueNews } from '@semai/store/notices/due-news.commands'
import { warnOfEndingGrants, warnOfLapsingGrants } from '@semai/store/notices/ending-grants.commands'
import { sendMail } from '@semai/store/notices/mail.commands'
import type { Postbox } from '@semai/store/notices/mail.commands'
import { updateMonthFrom } from '@semai/domain/claims/update-month'
import { raiseHandoverAlarms } from '@semai/store/pulse/handover.commands'
import { openPulses } from '@semai/store/pulse/open-pulses.commands'
import { askForReplies } from '@semai/store/replies/ask-for-replies.commands'
import { refreshing } from './refresh-analyses.ts'
import { forgetOldNotices } from '@semai/store/notices/notice.commands'

/** What the trail calls the jobs, and how long a file that nothing names yet is left alone. */
const itself = { personId: null, label: 'jobs' }
const dayMs = 86_400_000

/** What each job does: a call of the command that the site itself would make. */
export function works(db: Db, files: Files, box: Postbox): Parameters<typeof startWorker>[1] {
  const refresh = refreshing(db)
  return {
    send_mail: ({ payload, now, signal }) => sendMail(db, String(payload['mail']), { box, now, signal }),
    warn_of_ending_grants: async ({ now }) => {
      await warnOfEndingGrants(db, now)
      await warnOfLapsingGrants(db, now)
    },
    remind_of_due_news: async ({ now }) => {
      await remindOfDueNews(db, now)
    },
    warn_of_budget_windows: async ({ now }) => {
      await warnOfBudgetWindows(db, { rules: budgetRulesFrom(process.env), now })
    },
    tell_of_new_matches: async ({ now }) => {
      await tellOfNewMatches(db, now)
    },
    warn_of_deadlines: async ({ now }) => {
      await warnOfDeadlines(db, now)
      await warnOfFindings(db, now)
      await warnOfRounds(db, now)
      await remindAssessors(db, now)
    },
    open_pulses: async ({ now }) => {
      await openPulses(db, { now, updateMonth: updateMonthFrom(process.env) })
      await raiseHandoverAlarms(db, now)
    },
    ask_for_replies: async ({ now }) => {
      await askForReplies(db, { days: replyDaysFrom(process.env), now })
    },
    tell_weekly_duties: async ({ now }) => {
      await tellWeeklyDuties(db, { rules: budgetRulesFrom(process.env), now })
    },
    forget_old_notices: ({ now }) => forgetOldNotices(db, now),
    refresh_analyses: (asked) => refresh(asked),
    clean_files: async ({ now }) => {
      await cleanFiles(db, itself, files, { now, graceMs: dayMs, isDryRun: false })
    },
  }
}
