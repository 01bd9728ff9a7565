import { mailState } from '@semai/domain/notices/mail-settings'

/** Whether this site sends mail, by what it was started with; the process of jobs reads the same. */
export const isMailOn = mailState(process.env).state === 'on'
