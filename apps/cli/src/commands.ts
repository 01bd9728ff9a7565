/** 0 done, 1 refused or failed (the sentence is on standard error), 2 wrong usage. */
export type ExitCode = 0 | 1 | 2

export type Command = {
  name: string
  /** What follows the name on the command line. */
  usage: string
  help: string
  /** What `semai COMMAND --help` adds; loaded only for that where it is made from other code. */
  details?: string | (() => Promise<string>)
  /** Loaded only when asked for: a search need not wait for the code of a restore. */
  load(): Promise<{ run(argv: string[]): Promise<ExitCode> }>
}

/** Every command of `semai`, in the order `--help` shows them. A new one is a line here and a file beside it. */
export const commands: readonly Command[] = [
  {
    name: 'serve',
    usage: '',
    help: 'Prepare everything and serve the site',
    load: () => import('./serve.ts'),
  },
  { name: 'setup', usage: '', help: 'Prepare everything, without serving', load: () => import('./setup.ts') },
  { name: 'migrate', usage: '', help: 'Bring the database up to date', load: () => import('./migrate.ts') },
  {
    name: 'doctor',
    usage: '[--json]',
    help: 'Check machine, folder and database',
    load: () => import('./doctor.ts'),
  },
  {
    name: 'import',
    usage: 'innovations|claims|regions|agencies|attributes FILE [--dry-run]',
    help: 'Read a CSV or XLSX file: all of it, or nothing',
    details: async () => (await import('./import-details.ts')).importDetails,
    load: () => import('./import.ts'),
  },
  {
    name: 'export',
    usage:
      'innovations|claims|regions|agencies|attributes|figures|events [--format csv|xlsx|geojson|json|jsonl] [--bom] [--out FILE]',
    help: 'Write open data',
    load: () => import('./export.ts'),
  },
  {
    name: 'search',
    usage: 'WORDS [--limit N] [--json] | --queries FILE.csv',
    help: 'Search the catalogue',
    load: () => import('./search.ts'),
  },
  {
    name: 'similar',
    usage: 'CODE [--limit N] [--json]',
    help: 'Find innovations like one',
    load: () => import('./similar.ts'),
  },
  {
    name: 'match',
    usage: 'WORDS [--limit N] [--top] [--json] | --needs FILE.csv',
    help: 'Find innovations that answer a need',
    load: () => import('./match.ts'),
  },
  {
    name: 'validate',
    usage: 'FILE.json|.jsonl|.csv|.xlsx',
    help: 'Check innovations, claims or blueprints against the published schema',
    load: () => import('./validate.ts'),
  },
  {
    name: 'blueprint',
    usage: 'export CODE [--version N] [--out FILE] | import CODE FILE.json [--dry-run] | validate FILE.json',
    help: 'Blueprints as files: write a version, read a working text, check a file',
    load: () => import('./blueprint.ts'),
  },
  {
    name: 'user',
    usage:
      'invite|grant|revoke EMAIL --role ROLE [--organisation SLUG] [--province CODE] [--name NAME] [--letter NUMBER] | recover EMAIL | reset-factor EMAIL | list [--json]',
    help: 'People with an account: invite, give and take back roles, recover, reset a lost second factor, list',
    load: () => import('./user.ts'),
  },
  {
    name: 'agency',
    usage:
      'show SLUG [--day DAY] [--json] | add --name NAME [--kind KIND] [--parent SLUG] [--region CODE] | rename SLUG --name NAME --day DAY --basis TEXT | merge SLUG --into SLUG --day DAY --basis TEXT | split SLUG --name NAME --day DAY --basis TEXT [--part SLUG]… [--innovation CODE]…',
    help: 'An agency: as it is or was on a day; add, rename, merge or split one',
    load: () => import('./agency.ts'),
  },
  {
    name: 'claim',
    usage: 'show ID [--json] | step ID STEP [--reason TEXT] [--code CODE] [--day DAY] [--link ADDRESS]',
    help: 'A claim: how it stands, or a step of its life cycle',
    details: async () => (await import('./claim-details.ts')).claimDetails,
    load: () => import('./claim.ts'),
  },
  {
    name: 'replication',
    usage: 'show CODE [--json] | step CODE STEP [--reason TEXT] [--cause CODE] [--day DAY]',
    help: 'A replication: how it stands, or a step of its life cycle',
    load: () => import('./replication.ts'),
  },
  {
    name: 'form-rule',
    usage: '[FILE.json]',
    help: 'The rule by which forms of replication are measured: print it, or use another from now on',
    load: () => import('./form-rule.ts'),
  },
  {
    name: 'pulse',
    usage: '[QUESTIONS.json]',
    help: 'Print the questions of a pulse, or replace them by those of a file from now on',
    load: () => import('./pulse.ts'),
  },
  {
    name: 'rounds',
    usage: '[CODE]',
    help: 'List published monitoring rounds, or write the result of one',
    load: () => import('./rounds.ts'),
  },
  {
    name: 'sample',
    usage: 'FRAME.csv --size N --seed TEXT [--by province]',
    help: 'Draw a published sample again from its frame',
    load: () => import('./sample.ts'),
  },
  {
    name: 'files',
    usage: 'clean [--apply] [--grace-hours N] [--json]',
    help: 'Uploaded files: count what nobody uses any more, or take it away',
    load: () => import('./files.ts'),
  },
  {
    name: 'analyse',
    usage: 'METHOD [--input FILE.csv] … [--json]',
    help: 'Numbers of spread, judging and decision on a plain CSV',
    load: () => import('./analyse.ts'),
  },
  {
    name: 'backup',
    usage: '[--out FOLDER]',
    help: 'Write everything to a new folder, while the site runs',
    load: () => import('./backup.ts'),
  },
  {
    name: 'restore',
    usage: 'FOLDER [--into EMPTY_DATA_FOLDER]',
    help: 'Read a backup into an empty database',
    load: () => import('./restore.ts'),
  },
]

export function findCommand(name: string): Command | undefined {
  return commands.find((command) => command.name === name)
}

/** What `semai --help` prints. */
export function helpText(): string {
  const width = Math.max(...commands.map(({ name }) => name.length))
  return [
    'semai: which public-service innovations exist in Indonesia, where they run, how they spread',
    '',
    'Usage: semai COMMAND [ARGUMENTS]',
    '',
    ...commands.map(({ name, help }) => `  ${name.padEnd(width)}  ${help}`),
    '',
    'semai COMMAND --help says how a command is used.',
    'Settings from the environment: PORT, HOST, SEMAI_DATA (data folder), DATABASE_URL (PostgreSQL 15 or newer).',
    'Exit codes: 0 done, 1 refused or failed, 2 wrong usage.',
  ].join('\n')
}

export async function usageOf({ name, usage, help, details }: Command): Promise<string> {
  const more = typeof details === 'function' ? await details() : details
  return [`${help}.`, `Usage: semai ${name} ${usage}`.trimEnd(), more].filter(Boolean).join('\n\n')
}
