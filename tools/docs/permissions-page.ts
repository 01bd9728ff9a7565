import { commandRules } from '@semai/cli/command-rules'
import type { Rule } from '@semai/domain/people/access'
import { cast } from '@semai/testkit/cast'
import { routeRules } from '../../apps/web/src/lib/server/route-rules.ts'

/** Who may ask for every route and run every command, from the tables that decide it. */
export function permissionsPage(): string {
  return [
    '# Who may do what',
    '',
    'Made by `npm run docs` from `apps/web/src/lib/server/route-rules.ts`, `apps/cli/src/command-rules.ts` and the',
    'cast of `packages/testkit`; not edited by hand. What is not listed is refused.',
    '',
    '## Routes',
    '',
    'Each also under `/en`, where it has a page.',
    '',
    ...matrix('route', routeRules),
    '## Commands',
    '',
    ...matrix('command', commandRules),
  ].join('\n')
}

function matrix(what: string, rules: Readonly<Record<string, Rule<null>>>): string[] {
  const people = Object.entries(cast)
  return [
    `| ${[what, 'rule', ...people.map(([label]) => label)].join(' | ')} |`,
    `| ${['---', '---', ...people.map(() => '---')].join(' | ')} |`,
    ...Object.entries(rules).map(([name, { says, allows }]) => {
      const answers = people.map(([, actor]) => (allows(actor, null) ? 'yes' : 'no'))
      return `| ${[`\`${name}\``, says, ...answers].join(' | ')} |`
    }),
    '',
  ]
}
