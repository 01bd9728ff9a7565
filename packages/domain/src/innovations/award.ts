export const competitions = ['KIPP', 'UNPSA', 'PKRI', 'IGA', 'scaling_up', 'other'] as const
/** Where an award comes from. `other`: provincial and local contests; `scaling_up`: chosen for national scale. */
export type Competition = (typeof competitions)[number]

export type Award = { label: string; competition: Competition; year: number | null }

/** Contests of provinces and regencies: some are called KIPP too, so they are looked for first. */
const local =
  /Kovablik|KIJB|Latemmamala|Good Practice|KIPP (DIY|Jateng|Jatim|Jabar|Sulawesi|Sulsel|Provinsi)/i

const marks: readonly [RegExp, Competition][] = [
  [local, 'other'],
  [/^Scaling-up/i, 'scaling_up'],
  [/\bUNPSA\b/, 'UNPSA'],
  [/\bPKRI\b/, 'PKRI'],
  [/\bIGA\b/, 'IGA'],
  [/\bKIPP\b|^Top \d+\b/, 'KIPP'],
]

/**
 * The awards of a published list, `;` between them, each as it was written. The year is `null` where the text
 * itself says that it is not certain, or has none.
 * @example awardsOf('Top 99 2018; UNPSA 2018 (pemenang)')[1] // { label: 'UNPSA 2018 (pemenang)', competition: 'UNPSA', year: 2018 }
 */
export function awardsOf(list: string): Award[] {
  const labels = list.split(';').map((part) => part.trim())
  return [...new Set(labels.filter((label) => label !== ''))].map((label) => ({
    label,
    competition: marks.find(([mark]) => mark.test(label))?.[1] ?? 'other',
    year: /tidak dipastikan/i.test(label)
      ? null
      : Number(/\b(?:19|20)\d{2}\b/.exec(label)?.[0] ?? Number.NaN) || null,
  }))
}
