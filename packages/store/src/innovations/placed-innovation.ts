import type { InnovationRecord } from '@semai/domain/innovations/record'

/** A record with its names resolved to rows of the database. */
export type PlacedInnovation = {
  /** Row of the file it came from. */
  number: number
  record: InnovationRecord
  organisationId: string
  regionCode: string | null
  provinceCode: string | null
  categoryKey: string | null
}

/** A placed record with the id it has or will have. */
export type InnovationEntry = PlacedInnovation & { id: string; isNew: boolean }
