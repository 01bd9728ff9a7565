import { readFileSync } from 'node:fs'

/** A text of an invented citizen: what it is about, the text, and what in it is personal. */
export type LabelledComplaint = { theme: string; text: string; personal: string[] }

export const labelledFiles = ['complaints.txt', 'complaints-held-out.txt'] as const

/** The texts of a file beside this one: theme, tab, text with `{personal}` parts and `\n` for a new line. */
export function labelledComplaints(file: (typeof labelledFiles)[number]): LabelledComplaint[] {
  const lines = readFileSync(new URL(`labelled/${file}`, import.meta.url), 'utf8').split('\n')
  return lines.filter(Boolean).map((line) => {
    const [theme = '', marked = ''] = line.split('\t')
    const written = marked.replaceAll(String.raw`\n`, '\n')
    const personal = [...written.matchAll(/\{([^}]*)\}/g)].map((found) => found[1]!)
    return { theme, text: written.replaceAll(/[{}]/g, ''), personal }
  })
}

const wordy = /[\p{L}\d]+/gu
/** Words that say nothing of a person, also inside an address or a title. */
const bare = new Set(
  'besar yth kak jl jln jalan no nomor gang gg rt rw desa dusun kampung kel kec kelurahan kecamatan blok kompleks komplek komp perum perumahan banjar pak bapak bpk bu ibu sdr haji hajah hj h alm bin binti a n dari dan rumah saya umur lahir ketua kades dr drs dra ir mbak mbah mbok mama bang om oma si milik id ttd dekat warung toko di sebelah th cv yang sekolah sdn distrik keluarga raya anak dinas mas jaya lama baru dua tiga empat lima enam satu tujuh delapan sembilan'.split(
    ' ',
  ),
)

/** The words by which a personal part could tell a person: all but those that every address and title has. */
export function tellingWords(personal: string): string[] {
  return (personal.toLowerCase().match(wordy) ?? []).filter((word) => !bare.has(word))
}

/** The telling words that are still in a cleaned text, unless the text also says them of nobody. */
export function leftIn(cleaned: string, { text, personal }: LabelledComplaint): string[] {
  const rest = personal.reduce((left, part) => left.replace(part, ' '), text)
  const innocent = new Set(rest.toLowerCase().match(wordy) ?? [])
  const there = new Set(cleaned.toLowerCase().match(wordy) ?? [])
  return personal.flatMap(tellingWords).filter((word) => there.has(word) && !innocent.has(word))
}

/** How many words that are nobody's a text has, and how many of them are left. */
export function ordinaryWords(cleaned: string, { text, personal }: LabelledComplaint) {
  const rest = personal.reduce((left, part) => left.replace(part, ' '), text)
  const words = rest.toLowerCase().match(/\p{L}{2,}/gu) ?? []
  const there = Map.groupBy(cleaned.toLowerCase().match(/\p{L}{2,}/gu) ?? [], (word) => word)
  const counts = new Map([...there].map(([word, all]) => [word, all.length]))
  const lost = words.filter((word) => {
    const left = counts.get(word) ?? 0
    counts.set(word, left - 1)
    return left <= 0
  })
  return { words: words.length, lost }
}
