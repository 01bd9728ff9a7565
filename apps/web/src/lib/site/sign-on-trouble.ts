const troubles = ['batal', 'gagal', 'lewat', 'tidak-menjawab', 'belum-terhubung'] as const

/** Why a sign-on by a provider led back to the sign-in page, as its address says it. */
export type SignOnTroubleWord = (typeof troubles)[number]

/** The word an address says; null for any other. */
export function signOnTroubleIn({ searchParams }: URL): SignOnTroubleWord | null {
  const said = searchParams.get('layanan')
  return troubles.find((word) => word === said) ?? null
}
