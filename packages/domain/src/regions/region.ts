export const regionKinds = ['province', 'regency', 'city'] as const
export type RegionKind = (typeof regionKinds)[number]

/** A province, regency or city with its ministry code (text: leading zeros matter). */
export type Region = {
  code: string
  kind: RegionKind
  name: string
  provinceCode: string
  /** False for the six administrative areas of Jakarta, which have no government of their own. */
  hasGovernment: boolean
}

/** The code of the province a region code belongs to: `35.10` gives `35`. */
export function provinceCodeOf(code: string): string {
  return code.slice(0, 2)
}

/**
 * Whether a region has a government of its own. Jakarta's five cities and one regency (codes `31.*`) are
 * parts of the province. Source: Law 29/2007; the 508 autonomous regencies and cities follow from it.
 */
export function hasGovernment(code: string): boolean {
  return !code.startsWith('31.')
}
