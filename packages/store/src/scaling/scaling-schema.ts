/** Tables of scaling-up programmes. */
export type ScalingTables = {
  scaling_programme: {
    id: string
    slug: string
    name: string
    owner_id: string
    named_on: string | null
    protection_id: string | null
    protection_en: string | null
    source_id: string | null
    revision: number
    recorded_by: string | null
    recorded_at: Date
    updated_at: Date
  }
  scaling_programme_innovation: { programme_id: string; innovation_id: string; position: number }
  scaling_programme_basis: { programme_id: string; position: number; title: string; link: string | null }
  scaling_programme_target: { programme_id: string; year: number; regions: number; source: string }
  scaling_programme_region: { programme_id: string; region_code: string; by_year: number | null }
}
