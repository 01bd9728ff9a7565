import { noticeKinds, noticeNames } from '@semai/domain/notices/notice-kinds'

/** Who is told what, and what one may do without, from the declaration that decides it. */
export function noticesPage(): string {
  return [
    '# Notices',
    '',
    'Made by `npm run docs` from `packages/domain/src/notices/notice-kinds.ts`; not edited by hand. "Mail" is how those are mailed',
    'who chose nothing; what is urgent is mailed in quiet hours too.',
    '',
    '| kind | Indonesian | who is told | mail | may be switched off | urgent |',
    '| --- | --- | --- | --- | --- | --- |',
    ...noticeNames.map((name) => {
      const { title, receives, mail, maySwitchOff, isUrgent } = noticeKinds[name]
      return `| \`${name}\`: ${title.en} | ${title.id} | ${receives.en} | ${mail} | ${maySwitchOff ? 'yes' : 'no'} | ${isUrgent ? 'yes' : 'no'} |`
    }),
    '',
  ].join('\n')
}
