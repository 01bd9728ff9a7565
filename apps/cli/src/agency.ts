import { parseArgs } from 'node:util'
import { organisationKinds } from '@semai/domain/organisations/organisation'
import { commandLineActor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import { isCalendarDay } from '@semai/domain/time/clock'
import { openReady } from '@semai/store/db/ready'
import type { Db } from '@semai/store/db/transaction'
import { addOrganisation, renameOrganisation } from '@semai/store/organisations/organisation-change.commands'
import { mergeOrganisations } from '@semai/store/organisations/organisation-merge.commands'
import { createdBy, organisationPage, subtreeIds } from '@semai/store/organisations/organisation-page.queries'
import { splitOrganisation } from '@semai/store/organisations/organisation-split.commands'
import { claimsBy } from '@semai/store/spread/spread.queries'
import type { ExitCode } from './commands.ts'
import { progress } from './progress.ts'

type Given = ReturnType<typeof read>
type Verb = (db: Db, given: Given, now: Date) => Promise<void>

const verbs: Readonly<Record<string, Verb>> = { show, add, rename, merge, split }

/** Agencies: how one stands or stood on a day; add, rename, merge or split one. */
export async function run([verb, ...argv]: string[]): Promise<ExitCode> {
  const work = verb !== undefined && Object.hasOwn(verbs, verb) ? verbs[verb]! : null
  if (work === null) {
    console.error(`Say what to do: semai agency ${Object.keys(verbs).join('|')}.`)
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
      name: { type: 'string' },
      kind: { type: 'string' },
      parent: { type: 'string' },
      region: { type: 'string' },
      into: { type: 'string' },
      day: { type: 'string' },
      basis: { type: 'string' },
      part: { type: 'string', multiple: true, default: [] },
      innovation: { type: 'string', multiple: true, default: [] },
      json: { type: 'boolean', default: false },
    },
  })
  return { ...values, slug: positionals[0] }
}

async function show(db: Db, given: Given): Promise<void> {
  const day = given.day ?? null
  if (day !== null && !isCalendarDay(day)) {
    throw new Refusal('invalid', `--day takes a date such as 2026-03-02; found "${day}".`)
  }
  const page = await organisationPage(db, needed(given, 'slug'), day)
  const ids = await subtreeIds(db, page.id, day)
  const created = await createdBy(db, commandLineActor, ids, day)
  const claims = await claimsBy(db, commandLineActor, ids, day)
  const { slug, name, parent, parts, history, endedOn, successorSlug } = page
  const counts = { parts: parts.length, innovations: created.length, claims: claims.length }
  if (given.json) {
    console.log(JSON.stringify({ slug, name, day, parent, ...counts, endedOn, successorSlug, history }))
    return
  }
  console.log([name, parent && `part of ${parent}`, day && `as on ${day}`].filter(Boolean).join(', '))
  console.log(`${counts.parts} parts, ${counts.innovations} innovations created, ${counts.claims} claims`)
  for (const { change, validFrom, formerName, predecessor, successor, basis } of history) {
    const who = [formerName ?? predecessor, successor].filter(Boolean).join(' → ')
    console.log([validFrom, change, who, basis && `(${basis})`].filter(Boolean).join('  '))
  }
}

async function add(db: Db, given: Given, now: Date): Promise<void> {
  const slug = await addOrganisation(db, commandLineActor, {
    name: needed(given, 'name'),
    kind: kindOf(given),
    parent: given.parent ?? null,
    regionCode: given.region ?? null,
    now,
  })
  console.log(slug)
}

async function rename(db: Db, given: Given, now: Date): Promise<void> {
  const terms = termsOf(given, now)
  const asked = { slug: needed(given, 'slug'), name: needed(given, 'name') }
  console.log(await renameOrganisation(db, commandLineActor, { ...asked, ...terms }))
}

async function merge(db: Db, given: Given, now: Date): Promise<void> {
  const asked = { from: needed(given, 'slug'), into: needed(given, 'into'), ...termsOf(given, now) }
  const { slug, counts } = await mergeOrganisations(db, commandLineActor, asked)
  console.log([slug, ...Object.entries(counts).map(([kind, count]) => `${kind} ${count}`)].join('  '))
}

async function split(db: Db, given: Given, now: Date): Promise<void> {
  const { slug, counts } = await splitOrganisation(db, commandLineActor, {
    from: needed(given, 'slug'),
    name: needed(given, 'name'),
    kind: kindOf(given),
    parts: given.part,
    innovations: given.innovation,
    ...termsOf(given, now),
  })
  console.log([slug, ...Object.entries(counts).map(([kind, count]) => `${kind} ${count}`)].join('  '))
}

function termsOf(given: Given, now: Date) {
  return { day: needed(given, 'day'), basis: needed(given, 'basis'), now }
}

function kindOf({ kind = 'unit' }: Given) {
  const found = organisationKinds.find((one) => one === kind)
  if (found === undefined) {
    throw new Refusal('invalid', `--kind takes ${organisationKinds.join(', ')}; found "${kind}".`)
  }
  return found
}

function needed(given: Given, what: 'slug' | 'name' | 'into' | 'day' | 'basis'): string {
  const value = given[what]?.trim()
  if (value) return value
  const says = what === 'slug' ? 'Name the agency by the end of its address.' : `Give --${what}.`
  throw new Refusal('invalid', says)
}
