import { commands, helpText } from '@semai/cli/commands'

/** Every command of `semai` with its usage, from the table the program itself reads. */
export function commandsPage(): string {
  return [
    '# The semai command',
    '',
    'Made by `npm run docs` from `apps/cli/src/commands.ts`; not edited by hand.',
    '',
    '```',
    helpText(),
    '```',
    '',
    '| command | arguments | does |',
    '| --- | --- | --- |',
    ...commands.map(
      ({ name, usage, help }) =>
        `| ${name} | ${usage ? `\`${usage.replaceAll('|', '\\|')}\`` : ''} | ${help} |`,
    ),
    '',
  ].join('\n')
}
