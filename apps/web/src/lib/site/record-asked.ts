import type { CorrectionSubject } from '@semai/domain/corrections/correction.form'

const parameters = { inovasi: 'innovation', daerah: 'region', instansi: 'organisation' } as const

/** Which record an address asks about: `?inovasi=slug`, `?daerah=` or `?instansi=`; null for none. */
export function recordAsked({ searchParams }: URL): { kind: CorrectionSubject; slug: string } | null {
  for (const [name, kind] of Object.entries(parameters)) {
    const slug = searchParams.get(name)
    if (slug) return { kind, slug }
  }
  return null
}
