import { commandRules } from '@semai/cli/command-rules'
import type { Rule } from '@semai/domain/people/access'
import { cast } from '@semai/testkit/cast'
import { listedRules } from '../../apps/web/src/lib/server/route-rules.ts'

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
    'Each also under `/en`, where it has a page. `?/name` is a form of the page.',
    '',
    ...matrix('route', listedRules()),
    '## Commands',
    '',
    ...matrix('command', Object.entries(commandRules)),
  ].join('\n')
}

function matrix(what: string, rules: readonly (readonly [string, Rule<unknown>])[]): string[] {
  const everybody = Object.keys(cast).length
  return [
    `| ${what} | rule | who of the cast |`,
    '| --- | --- | --- |',
    ...rules.map(([name, { says, allows }]) => {
      const through = Object.entries(cast).flatMap(([label, actor]) => (allows(actor, null) ? [label] : []))
      return `| \`${name}\` | ${says.en} | ${through.length === everybody ? 'all' : through.join(', ')} |`
    }),
    '',
  ]
}
