import type { z } from 'zod'
import type { Refusal } from '@semai/domain/refusal'
import type { Lang } from '#lib/site/lang.ts'

export type Fault = { where: string; says: string }
/** What went wrong, as RFC 9457 problem details with the faults of single parameters. */
export type Problem = { status: number; title: string; detail: string; faults?: Fault[] }

/** A parameter that parses but cannot be used; thrown by an API read, answered as a problem. */
export class QueryFault extends Error {
  readonly where: string
  readonly says: Record<Lang, string>
  constructor(where: string, says: Record<Lang, string>) {
    super(says.en)
    this.name = 'QueryFault'
    this.where = where
    this.says = says
  }
}

type Kind = Refusal['code'] | 'too-many' | 'broken'

const STATUS = {
  'not-found': 404,
  forbidden: 403,
  conflict: 409,
  invalid: 400,
  'too-many': 429,
  broken: 500,
} as const satisfies Record<Kind, number>

const TITLE: Record<Kind, Record<Lang, string>> = {
  'not-found': { id: 'Tidak ditemukan', en: 'Not found' },
  forbidden: { id: 'Tidak diizinkan', en: 'Not allowed' },
  conflict: { id: 'Bertentangan dengan keadaan sekarang', en: 'In conflict with the present state' },
  invalid: { id: 'Permintaan tidak dapat dibaca', en: 'The request cannot be read' },
  'too-many': { id: 'Terlalu banyak permintaan', en: 'Too many requests' },
  broken: { id: 'Terjadi kesalahan di pihak kami', en: 'Something broke on our side' },
}

const DETAIL: Record<Kind, Record<Lang, string>> = {
  'not-found': {
    id: 'Tidak ada data di alamat ini. Periksa kodenya; daftar lengkap alamat ada di /api/openapi.json.',
    en: 'There is no record at this address. Check the code; all addresses are listed in /api/openapi.json.',
  },
  forbidden: { id: 'Data ini tidak terbuka untuk umum.', en: 'This record is not open to the public.' },
  conflict: { id: 'Muat ulang datanya, lalu coba lagi.', en: 'Load the record again, then retry.' },
  invalid: {
    id: 'Perbaiki bagian yang disebut pada "faults", lalu kirim lagi.',
    en: 'Mend the parts named in "faults" and send it again.',
  },
  'too-many': {
    id: 'Tunggu selama detik yang disebut pada kepala Retry-After. Untuk seluruh data, unduh berkas di /data.',
    en: 'Wait the seconds named in the Retry-After header. For the whole data, download the files at /data.',
  },
  broken: {
    id: 'Coba lagi sebentar. Bila tetap gagal, laporkan waktu dan alamat permintaannya.',
    en: 'Try again shortly. If it keeps failing, report the time and the address of the request.',
  },
}

/** The problem of a kind, in the reader's language. */
export function problemOf(kind: Kind, lang: Lang, faults: Fault[] = []): Problem {
  const status = STATUS[kind]
  return {
    status,
    title: TITLE[kind][lang],
    detail: DETAIL[kind][lang],
    ...(faults.length > 0 && { faults }),
  }
}

/** Each fault of a query as the parameter's name and a sentence. */
export function faultsOf(error: z.ZodError, lang: Lang): Fault[] {
  return error.issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({ where: key, says: UNKNOWN[lang] }))
    }
    return [{ where: issue.path.join('.'), says: lang === 'en' ? issue.message : refusedValue(issue) }]
  })
}

const UNKNOWN: Record<Lang, string> = {
  id: 'Parameter ini tidak dikenal.',
  en: 'This parameter is not known.',
}

function refusedValue(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_value') return `Pilih salah satu: ${issue.values.join(', ')}.`
  if (issue.code === 'too_big') return `Nilai terbesar: ${issue.maximum}.`
  if (issue.code === 'too_small') return `Nilai terkecil: ${issue.minimum}.`
  return 'Nilai ini tidak dapat dibaca.'
}

/**
 * The language of sentences in an answer: `?lang=` first, then `Accept-Language`, Indonesian when neither decides.
 */
export function readerLang(request: Request, url: URL): Lang {
  const asked = url.searchParams.get('lang')
  if (asked === 'id' || asked === 'en') return asked
  const wishes = (request.headers.get('accept-language') ?? '').split(',').map((wish) => {
    const [tag = '', ...options] = wish.trim().toLowerCase().split(';')
    const weight = options
      .find((option) => option.trim().startsWith('q='))
      ?.trim()
      .slice(2)
    return { lang: tag.split('-')[0], weight: weight === undefined ? 1 : Number(weight) }
  })
  const best = wishes
    .filter(({ lang }) => lang === 'id' || lang === 'en')
    .sort((a, b) => b.weight - a.weight)[0]
  return best?.lang === 'en' && best.weight > 0 ? 'en' : 'id'
}
