import { dateInterval, kindOf, strengthOfNote } from '@semai/domain/claims/claim'
import type { Act, Happening } from '@semai/domain/claims/claim'
import type { ClaimRow } from '@semai/domain/exchange/claim-row'
import type { SheetProblem } from '@semai/domain/exchange/sheet'
import { governmentKey } from '@semai/domain/organisations/government'
import { nearMiss } from '@semai/domain/text/near-miss'
import type { Db, Tx } from '../db/transaction.ts'
import { done, refused, repeated } from '../exchange/outcome.ts'
import type { ImportContext, Outcome } from '../exchange/outcome.ts'
import { ensureSources } from '../exchange/source-ids.ts'
import { knownOrganisations } from '../organisations/known-organisations.ts'
import type { KnownOrganisations } from '../organisations/known-organisations.ts'
import { knownRegions } from '../regions/known-regions.ts'
import type { KnownRegions } from '../regions/known-regions.ts'
import { saveClaims } from './claim.commands.ts'
import type { PlacedClaim } from './claim.commands.ts'

/** What holds for rows of a claims file that do not say it themselves. */
export type ClaimDefaults = {
  innovation?: string | undefined
  happening?: Happening | undefined
  strength?: Exclude<Act, 'verified'> | undefined
  /** Rows without an id are known again by this and their region code: `mpp-adoptions` gives `mpp-adoptions:35.10`. */
  fileKey: string
}

/**
 * Claims are as the rows say, found by source key; each rests on one act of the strength given. The adopter is the
 * government of the region. With problems nothing is written.
 */
export async function importClaims(
  db: Tx,
  context: ImportContext<ClaimRow> & { defaults: ClaimDefaults },
): Promise<Outcome> {
  const { rows, columns, actor, now, defaults } = context
  const known = {
    innovations: await innovations(db),
    regions: await knownRegions(db),
    organisations: await knownOrganisations(db),
  }
  const missing = unsaid(columns, defaults)
  if (missing.length > 0) return refused(missing)
  const problems = [
    ...repeated(rows, rows.some(({ row }) => row.id !== null) ? 'id' : 'region_code', (row) =>
      keyOf(row, defaults),
    ),
    ...rows.flatMap(({ number, row }) => misfits(number, row, { known, defaults })),
  ]
  if (problems.length > 0) return refused(problems)
  const sourceId = await ensureSources(
    db,
    rows.map(({ row }) => ({ name: row.source, url: row.source_url })),
  )
  const claims = rows.map(({ row }) =>
    place(row, { known, defaults, sourceId: sourceId(row.source, row.source_url) }),
  )
  return done({
    rows: rows.length,
    ...(await saveClaims(db, { claims, silentOn: silentOn(columns), actor, now })),
  })
}

type Known = {
  innovations: Map<string, { id: string; organisation_id: string }>
  regions: KnownRegions
  organisations: KnownOrganisations
}
type Rules = { known: Known; defaults: ClaimDefaults }

async function innovations(db: Db): Promise<Known['innovations']> {
  const rows = await db.selectFrom('innovation').select(['id', 'code', 'organisation_id']).execute()
  return new Map(rows.map((row) => [row.code, row]))
}

function keyOf(row: ClaimRow, { fileKey }: ClaimDefaults): string {
  return row.id ?? `${fileKey}:${row.region_code}`
}

/** What neither a column nor an option says. */
function unsaid(columns: ReadonlySet<string>, { innovation, happening }: ClaimDefaults): SheetProblem[] {
  const missing = (column: string, says: string) => [{ row: 1, column, says }]
  const noRecord = 'is missing: name the record in this column, or for the whole file with --innovation'
  const noHappening = 'is missing: say what happened in this column, or for the whole file with --happening'
  return [
    ...(innovation === undefined && !columns.has('innovation') ? missing('innovation', noRecord) : []),
    ...(happening === undefined && !columns.has('happening') ? missing('happening', noHappening) : []),
  ]
}

function misfits(number: number, row: ClaimRow, { known, defaults }: Rules): SheetProblem[] {
  const problems = known.regions.problems(number, row)
  const add = (column: string, says: string) => problems.push({ row: number, column, says })
  const code = row.innovation ?? defaults.innovation
  if (code === undefined) add('innovation', 'is empty: name the record in this column or with --innovation')
  else if (!known.innovations.has(code)) {
    const meant = nearMiss(code, known.innovations.keys())
    add('innovation', `no record has the code "${code}"${meant === null ? '' : `; did you mean "${meant}"?`}`)
  }
  const happening = row.happening ?? defaults.happening
  if (happening === undefined) add('happening', 'is empty: it says what happened')
  else if (kindOf(happening) === 'event' && row.valid_until !== null) {
    add('valid_until', `does not fit "${happening}": what happened once does not lapse`)
  }
  if (row.id?.startsWith('semai:') === true) {
    add(
      'id',
      `"${row.id}" was declared on this site by its adopter: it is changed on its page, not by a file`,
    )
  }
  if (row.strength === 'verified')
    add('strength', '"verified" takes a named verifier with evidence and cannot be imported')
  if (known.regions.get(row.region_code)?.has_government === false) {
    add('region_code', `${row.region_code} has no government of its own; use 31 for Jakarta`)
  }
  return problems
}

/** Columns of a claim that a file may leave out: what is known of them stays. */
function silentOn(columns: ReadonlySet<string>): string[] {
  const silent = ['batch', 'local_name', 'valid_until'].filter((name) => !columns.has(name))
  return columns.has('batch_note') || columns.has('basis') ? silent : [...silent, 'note']
}

/** Finds what a row stands for; it was checked before. */
function place(row: ClaimRow, { known, defaults, sourceId }: Rules & { sourceId: string }): PlacedClaim {
  const innovation = known.innovations.get(row.innovation ?? defaults.innovation!)!
  const adopter =
    known.organisations.governing(row.region_code) ??
    known.organisations.withKey(governmentKey(row.region_code))!
  const happening = row.happening ?? defaults.happening!
  const strength = row.strength ?? defaults.strength ?? strengthOfNote(row.batch_note)
  const date = row.known_by === null ? dateInterval(row.date!) : dateInterval(row.known_by, 'by')
  const actor =
    strength === 'confirmed' ? innovation.organisation_id : strength === 'declared' ? adopter : null
  return {
    claim: {
      source_key: keyOf(row, defaults),
      innovation_id: innovation.id,
      organisation_id: adopter,
      region_code: row.region_code,
      local_name: row.local_name,
      kind: kindOf(happening),
      happening,
      ...date,
      strength,
      valid_until: row.valid_until === null ? null : dateInterval(row.valid_until).latest,
      batch: row.batch,
      note: row.batch_note ?? row.basis,
      stopped_on: happening === 'stopped' ? date.latest : null,
      source_id: sourceId,
    },
    act: {
      act: strength,
      organisation_id: actor,
      acted_on: actor !== null && date.precision === 'day' ? date.latest : null,
      source_id: sourceId,
      note: null,
    },
  }
}
