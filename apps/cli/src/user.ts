import { parseArgs } from 'node:util'
import { commandLineActor, roles } from '@semai/domain/people/actor'
import type { Role } from '@semai/domain/people/actor'
import { email as emailForm } from '@semai/domain/people/account.form'
import { Refusal } from '@semai/domain/refusal'
import { openReady } from '@semai/store/db/ready'
import type { Db } from '@semai/store/db/transaction'
import { organisationIdOf } from '@semai/store/organisations/owner-path'
import { grantRole, revokeGrant } from '@semai/store/people/grant.commands'
import type { RoleScope } from '@semai/store/people/grant.commands'
import { invite } from '@semai/store/people/invitation.commands'
import { grantsOfPerson, peopleList, personByEmail } from '@semai/store/people/person.queries'
import { makeRecoveryLink } from '@semai/store/people/recovery.commands'
import { resetSecondFactor } from '@semai/store/people/reset-factor.commands'
import type { ExitCode } from './commands.ts'
import { progress } from './progress.ts'
import { printTable } from './analyse/answer.ts'

type Given = ReturnType<typeof read>
type Verb = (db: Db, given: Given, now: Date) => Promise<void>

const verbs: Readonly<Record<string, Verb>> = {
  invite: inviteOne,
  grant: grantOne,
  revoke: revokeOne,
  recover: recoverOne,
  'reset-factor': resetFactor,
  list,
}

/** People with an account: invite one, give or take back a role, list them. */
export async function run([verb, ...argv]: string[]): Promise<ExitCode> {
  const work = verb !== undefined && Object.hasOwn(verbs, verb) ? verbs[verb]! : null
  if (work === null) {
    console.error(`Say what to do: semai user ${Object.keys(verbs).join('|')}.`)
    return 2
  }
  const given = read(argv)
  const { db, close } = await openReady({ role: 'app' }, process.env, progress)
  try {
    await work(db, given, new Date())
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
      role: { type: 'string' },
      name: { type: 'string' },
      post: { type: 'string' },
      organisation: { type: 'string' },
      province: { type: 'string' },
      letter: { type: 'string' },
      'letter-date': { type: 'string' },
      until: { type: 'string' },
      url: { type: 'string', default: 'http://127.0.0.1:3000' },
      json: { type: 'boolean', default: false },
    },
  })
  return { ...values, email: positionals[0] }
}

async function inviteOne(db: Db, given: Given, now: Date): Promise<void> {
  const asked = {
    name: given.name ?? addressOf(given),
    post: given.post ?? null,
    email: addressOf(given),
    scope: await scopeOf(db, given),
    letterNumber: given.letter ?? null,
    letterDate: given['letter-date'] ?? null,
    now,
  }
  const { token } = await invite(db, commandLineActor, asked)
  console.log(`${given.url.replace(/\/$/, '')}/undangan/${token}`)
}

async function grantOne(db: Db, given: Given, now: Date): Promise<void> {
  const { id } = await personByEmail(db, addressOf(given))
  const until = given.until === undefined ? null : dayEnd(given.until)
  const scope = await scopeOf(db, given)
  await grantRole(db, commandLineActor, { personId: id, scope, letter: given.letter ?? null, until, now })
  console.log(`${given.email}: ${scope.role}`)
}

async function revokeOne(db: Db, given: Given, now: Date): Promise<void> {
  const { id } = await personByEmail(db, addressOf(given))
  const { role, organisationId } = await scopeOf(db, given)
  const held = (await grantsOfPerson(db, id, now)).filter(
    (grant) => grant.role === role && grant.organisationId === organisationId,
  )
  if (held.length === 0)
    throw new Refusal('not-found', `${given.email} does not hold the role ${role} there.`)
  for (const { id: grantId } of held) await revokeGrant(db, commandLineActor, { grantId, now })
  console.log(`${given.email}: no longer ${role}`)
}

async function recoverOne(db: Db, given: Given, now: Date): Promise<void> {
  const { id } = await personByEmail(db, addressOf(given))
  const link = await makeRecoveryLink(db, commandLineActor, { personId: id, now })
  console.log(`${given.url.replace(/\/$/, '')}/pulihkan/${link}`)
}

async function resetFactor(db: Db, given: Given, now: Date): Promise<void> {
  const { id } = await personByEmail(db, addressOf(given))
  await resetSecondFactor(db, commandLineActor, { personId: id, now })
  console.log(`${given.email}: no second factor any more; told by notice`)
}

async function list(db: Db, given: Given, now: Date): Promise<void> {
  const people = await peopleList(db, now)
  if (given.json) console.log(JSON.stringify(people))
  else if (people.length === 0)
    console.log('Nobody has an account yet: start the site and follow the link it prints.')
  else printTable(people)
}

function addressOf({ email }: Given): string {
  const parsed = emailForm.safeParse(email)
  if (!parsed.success) throw new Refusal('invalid', `Give an e-mail address; found "${email ?? ''}".`)
  return parsed.data
}

async function scopeOf(db: Db, given: Given): Promise<RoleScope> {
  const role = roles.find((one) => one === given.role)
  if (role === undefined)
    throw new Refusal('invalid', `--role takes ${roles.join(', ')}; found "${given.role ?? ''}".`)
  const organisationId =
    given.organisation === undefined ? null : await organisationIdOf(db, given.organisation)
  return { role: role satisfies Role, organisationId, provinceCode: given.province ?? null }
}

function dayEnd(day: string): Date {
  const end = new Date(`${day}T23:59:59+07:00`)
  if (Number.isNaN(end.getTime()))
    throw new Refusal('invalid', `--until takes a date such as 2027-01-31; found "${day}".`)
  return end
}
