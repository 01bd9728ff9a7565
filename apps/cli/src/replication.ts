import { parseArgs } from 'node:util'
import { stopReasons } from '@semai/domain/claims/claim'
import { defaultUpdateMonth } from '@semai/domain/claims/validity'
import { isStep, stepNames } from '@semai/domain/lifecycle'
import { commandLineActor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import { replicationLifecycle } from '@semai/domain/replications/replication.lifecycle'
import { dayIn } from '@semai/domain/time/clock'
import { openReady } from '@semai/store/db/ready'
import type { Db } from '@semai/store/db/transaction'
import { replicationPage } from '@semai/store/replications/replication-page.queries'
import { takeReplicationStep } from '@semai/store/replications/take-replication-step'
import type { ExitCode } from './commands.ts'
import { progress } from './progress.ts'

type Given = ReturnType<typeof read>

/** A replication: how it stands; or a step, as whoever runs the machine may take it. */
export async function run(argv: string[]): Promise<ExitCode> {
  const given = read(argv)
  const { verb, code, step } = given
  if ((verb !== 'show' && verb !== 'step') || code === undefined || (verb === 'step' && step === undefined)) {
    const steps = stepNames(replicationLifecycle).join('|')
    console.error(`Say what to do: semai replication show CODE, or semai replication step CODE ${steps}.`)
    return 2
  }
  const { db, close } = await openReady({ role: 'app' }, process.env, progress)
  try {
    if (verb === 'show') await show(db, code, given, new Date())
    else await take(db, code, given, new Date())
  } finally {
    await close()
  }
  return 0
}

function read(argv: string[]) {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      reason: { type: 'string' },
      cause: { type: 'string' },
      day: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  })
  const [verb, code, step] = positionals
  return { ...values, verb, code, step }
}

async function show(db: Db, code: string, { json }: Given, now: Date): Promise<void> {
  const page = await replicationPage(db, commandLineActor, { code, now, today: dayIn(now) })
  if (json) return console.log(JSON.stringify(page))
  console.log(`${page.code}  ${page.adopterName}: ${page.localName ?? page.innovation}`)
  console.log(replicationLifecycle.states[page.state].en)
  for (const { kind, plannedOn, reachedOn } of page.milestones) {
    if (reachedOn !== null) console.log(`${reachedOn}  ${kind}`)
    else if (plannedOn !== null) console.log(`${plannedOn}  ${kind} (planned)`)
  }
  for (const { says } of page.warnings) console.log(says.en)
}

async function take(db: Db, code: string, given: Given, now: Date): Promise<void> {
  const { step, reason, day } = given
  if (!isStep(replicationLifecycle, step)) {
    const steps = stepNames(replicationLifecycle).join(', ')
    throw new Refusal('invalid', `A replication has the steps ${steps}; found "${step}".`)
  }
  const cause = stopReasons.find((one) => one === given.cause)
  const asked = { code, step, reason, day, cause, now, updateMonth: defaultUpdateMonth }
  const { from, to } = await takeReplicationStep(db, commandLineActor, asked)
  console.log(`${code}: ${from} → ${to}`)
}
