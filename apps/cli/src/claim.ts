import { parseArgs } from 'node:util'
import { strengthOn } from '@semai/domain/claims/claim'
import { claimLifecycle } from '@semai/domain/claims/claim.lifecycle'
import { isStep, stepNames } from '@semai/domain/lifecycle'
import { commandLineActor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import { dayIn } from '@semai/domain/time/clock'
import { defaultUpdateMonth } from '@semai/domain/claims/validity'
import { claimPage } from '@semai/store/claims/claim-page.queries'
import { takeClaimStep } from '@semai/store/claims/take-claim-step'
import { openReady } from '@semai/store/db/ready'
import type { Db } from '@semai/store/db/transaction'
import type { ExitCode } from './commands.ts'
import { progress } from './progress.ts'

type Given = ReturnType<typeof read>

/** A claim: how it stands and what was done about it; or a step, as whoever runs the machine may take it. */
export async function run(argv: string[]): Promise<ExitCode> {
  const given = read(argv)
  const { verb, id, step } = given
  const steps = stepNames(claimLifecycle).join('|')
  if ((verb !== 'show' && verb !== 'step') || id === undefined || (verb === 'step' && step === undefined)) {
    console.error(`Say what to do: semai claim show ID, or semai claim step ID ${steps}.`)
    return 2
  }
  const { db, close } = await openReady({ role: 'app' }, process.env, progress)
  try {
    if (verb === 'show') await show(db, id, given, new Date())
    else await take(db, id, given, new Date())
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
      code: { type: 'string' },
      day: { type: 'string' },
      link: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  })
  const [verb, id, step] = positionals
  return { ...values, verb, id, step }
}

async function show(db: Db, id: string, { json }: Given, now: Date): Promise<void> {
  const claim = await claimPage(db, commandLineActor, { id, now })
  if (json) return console.log(JSON.stringify(claim))
  const { unit, innovation, state, validUntil, history } = claim
  const strength = strengthOn(claim, dayIn(now)).replace('_', ' ')
  console.log(`${unit}: ${innovation}`)
  console.log(
    [claimLifecycle.states[state].en, strength, validUntil && `until ${validUntil}`]
      .filter(Boolean)
      .join(', '),
  )
  for (const { at, step, by } of history) console.log([at.slice(0, 10), step, by].filter(Boolean).join('  '))
}

async function take(db: Db, id: string, given: Given, now: Date): Promise<void> {
  const { step, reason, day } = given
  if (!isStep(claimLifecycle, step)) {
    throw new Refusal(
      'invalid',
      `A claim has the steps ${stepNames(claimLifecycle).join(', ')}; found "${step}".`,
    )
  }
  const { code } = given
  const common = {
    legalBasis: null,
    budgetLine: null,
    link: given.link ?? null,
    updateMonth: defaultUpdateMonth,
  }
  const { from, to } = await takeClaimStep(db, commandLineActor, {
    id,
    step,
    reason,
    day,
    code,
    now,
    ...common,
  })
  console.log(`${id}: ${from} → ${to}`)
}
