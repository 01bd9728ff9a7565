import type { Db } from '@semai/store/db/transaction'
import type { startWorker } from '@semai/store/jobs/worker'
import { remindOfDueNews } from '@semai/store/notices/due-news.commands'
import { warnOfEndingGrants } from '@semai/store/notices/ending-grants.commands'
import { sendMail } from '@semai/store/notices/mail.commands'
import type { Postbox } from '@semai/store/notices/mail.commands'
import { forgetOldNotices } from '@semai/store/notices/notice.commands'

/** What each job does: a call of the command that the site itself would make. */
export function works(db: Db, box: Postbox): Parameters<typeof startWorker>[1] {
  return {
    send_mail: ({ payload, now, signal }) => sendMail(db, String(payload['mail']), { box, now, signal }),
    warn_of_ending_grants: async ({ now }) => {
      await warnOfEndingGrants(db, now)
    },
    remind_of_due_news: async ({ now }) => {
      await remindOfDueNews(db, now)
    },
    forget_old_notices: ({ now }) => forgetOldNotices(db, now),
  }
}
