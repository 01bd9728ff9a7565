import type { SheetProblem } from '@semai/domain/exchange/sheet'
import { fold, nearMiss } from '@semai/domain/text/near-miss'
import type { Db } from '../db/transaction.ts'

export type KnownRegion = { code: string; name: string; province_code: string; has_government: boolean }

/** The regions as files refer to them: by code, provinces also by name. */
export type KnownRegions = {
  get(code: string): KnownRegion | undefined
  provinceNamed(name: string): KnownRegion | undefined
  /** What is wrong with a reference to a region: an unknown code, or a name or province that is another's. */
  problems(
    row: number,
    reference: { region_code: string | null; region_name?: string | null; province?: string | null },
  ): SheetProblem[]
}

/** Reads all regions once, for checking many rows. */
export async function knownRegions(db: Db): Promise<KnownRegions> {
  const rows = await db
    .selectFrom('region')
    .select(['code', 'name', 'province_code', 'has_government'])
    .execute()
  const byCode = new Map(rows.map((row) => [row.code, row]))
  const provinces = new Map(rows.filter((row) => row.code.length === 2).map((row) => [fold(row.name), row]))
  const get = (code: string) => byCode.get(code)
  const provinceNamed = (name: string) => provinces.get(fold(name))
  return {
    get,
    provinceNamed,
    problems(row, { region_code, region_name = null, province = null }) {
      const at = (column: string, says: string) => [{ row, column, says }]
      if (province !== null && provinceNamed(province) === undefined) {
        return at('province', `"${province}" is not a province${hint(province, provinces.values())}`)
      }
      if (region_code === null) {
        return region_name === null
          ? []
          : at('region_code', `is empty beside the region name "${region_name}"`)
      }
      const region = get(region_code)
      if (region === undefined) return at('region_code', `no region has the code ${region_code}`)
      if (region_name !== null && fold(region_name) !== fold(region.name)) {
        return at('region_name', `${region_code} is ${region.name}, not "${region_name}"`)
      }
      const own = get(region.province_code)!
      if (province !== null && provinceNamed(province) !== own) {
        return at('province', `${region_code} lies in ${own.name}, not "${province}"`)
      }
      return []
    },
  }
}

function hint(word: string, regions: Iterable<KnownRegion>): string {
  const meant = nearMiss(
    word,
    [...regions].map((region) => region.name),
  )
  return meant === null ? '' : `; did you mean "${meant}"?`
}
