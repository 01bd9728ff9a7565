import type { Command } from '../commands.ts'

/** Every method of `semai analyse`, in the order its help shows them. A new one is a line here and a file beside it. */
export const methods: readonly Command[] = [
  {
    name: 'alpha',
    usage: '--input FILE.csv [--rater COLUMN] [--unit COLUMN] [--value COLUMN] [--metric METRIC] [--json]',
    help: "Agreement of raters: Krippendorff's alpha",
    details:
      'One row a rating; an empty value or NA is a gap. Metrics: nominal, ordinal, interval, ratio; all four without --metric.',
    load: () => import('./alpha.ts'),
  },
]

export function findMethod(name: string | undefined): Command | undefined {
  return methods.find((method) => method.name === name)
}

/** What `semai analyse --help` adds to its usage. */
export function methodsText(): string {
  const width = Math.max(...methods.map(({ name }) => name.length))
  return [
    'Methods:',
    ...methods.map(({ name, help }) => `  ${name.padEnd(width)}  ${help}`),
    '',
    'semai analyse METHOD --help says what a method reads and answers; docs/methods explains the method itself.',
  ].join('\n')
}

/** What `semai analyse METHOD --help` prints. */
export function methodUsage({ name, usage, help, details }: Command): string {
  return [`${help}.`, `Usage: semai analyse ${name} ${usage}`.trimEnd(), details].filter(Boolean).join('\n\n')
}
