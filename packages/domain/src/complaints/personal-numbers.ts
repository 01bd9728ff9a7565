/** Stands where something was removed. */
export const removedMark = '…'

type Rule = readonly [found: RegExp, left: string]

const numberWord =
  '(?:nol|kosong|nul|satu|dua|tiga|empat|lima|enam|tujuh|delapan|lapan|sembilan|sepuluh|sebelas|belas|puluh|ratus|dobel|double|\\d{1,4})'
const idWord =
  '(?:nik|no\\.?\\s?kk|kk|nip|npwp|nisn?|nis|nrp|sim|stnk|bpkb|bpjs|jkn|kis|paspor|passport|ktp|rek(?:ening)?|no\\.?\\s?rek|norek|va|virtual account|hp|no|nomor|nomer|telp|telepon|telpon|tlp|wa|whatsapp|id|pin|kode|token|tiket|resi|meteran|pelanggan|polisi|nopol|plat|pelat|antrean|antrian|register|berkas)'
const placeCode = '(?:a[abdeg]|b[abdeghklmnp]|d[abcdeghklmnprtw]|e[abd]|k[bhtu]|p[ab]|[abdefghklmnprstwz])'

/** Marks of a person that can be told by their form, each with what is left of it. The order matters. */
const rules: readonly Rule[] = [
  [
    /[\p{L}\d._%+-]+\s?(?:@|\(at\)|\[at\]|\s(?:at|et)\s(?=\S+\s?(?:\.|dot|titik)))\s?[\p{L}\d-]+(?:\s?(?:\.|\(dot\)|\bdot\b|\btitik\b)\s?[\p{L}]+)+/giu,
    '…',
  ],
  [/(?:https?:\/\/|www\.)\S+|\b[\w-]+\.(?:com|co|id|net|org|me|info|link|ly)(?:\.\w+)?(?:\/\S*)?/gi, '…'],
  [/@\s?[\p{L}\d_][\p{L}\d_.]*/giu, '…'],
  [/[\p{L}\d.]*_[\p{L}\d_.]*/giu, '…'],
  [
    /\br[tw][\s.:/-]*(?:\d+|nol|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh)(?:[\s.,/-]*(?:r[tw])?[\s.:/-]*(?:\d+\b|satu\b|dua\b|tiga\b|empat\b|lima\b|enam\b|tujuh\b|delapan\b|sembilan\b))*/gi,
    '…',
  ],
  [new RegExp(`\\b(?:nol|kosong|nul)(?:[\\s,.-]+${numberWord}){2,}`, 'gi'), '…'],
  [
    new RegExp(
      `\\b(?:satu|dua|tiga|empat|lima|enam|tujuh|delapan|lapan|sembilan|nol|kosong)(?:[\\s,.-]+(?:satu|dua|tiga|empat|lima|enam|tujuh|delapan|lapan|sembilan|nol|kosong|\\d)){3,}\\b`,
      'gi',
    ),
    '…',
  ],
  [new RegExp(`\\b${placeCode}[\\s.-]{0,2}\\d{1,4}[\\s.-]{0,2}[a-z]{1,3}\\b(?![\\s.-]{0,2}\\d)`, 'gi'), '…'],
]

/** Days in words. */
const days =
  /\b\d{1,2}\s+(?:jan(?:uari)?|feb(?:ruari)?|mar(?:et)?|apr(?:il)?|mei|jun[i]?|jul[i]?|agu?s(?:tus)?|sep(?:tember)?|okt(?:ober)?|nov(?:ember)?|des(?:ember)?)\b(?:\s+\d{4})?/gi
/** Ages of people. */
const ages = /\b(umur|usia|berumur|berusia)(?:nya)?\s*:?\s*\d+|\(?\b\d{1,3}\s?(?:th|thn|tahun)\)/gi

/** The letters people write for digits: O in 0812, l in 1. */
function withDigits(text: string): string {
  return text
    .replace(/(?<=\d[\s.-]?)[oO](?=[\s.-]?[\doO])|(?<![\p{L}\d])[oO](?=[\s.-]?8[\s.-]?\d)/gu, '0')
    .replace(/(?<=\d)[lI](?=\d)/g, '1')
}

const digitRun = /[+(]*\d(?:[ \t.\-/()~:]{0,3}[\dxX*]+(?!\p{L}))*/gu
const money = { before: /rp\.?\s*$/i, after: /^\s?(?:,-|,00|rupiah|ribu|rb|juta|jt|miliar|perak|persen|%)/i }
const counted = /^\s?(?:orang|warga|meter|m|km|kg|liter|hari|unit|kali|keluarga|jiwa|watt|va|kwh)\b/i

/** A run of digits that may say who somebody is goes; years, amounts of money and small counts stay. */
function isKept(run: string, before: string, after: string): boolean {
  const digits = run.replaceAll(/[^\dxX*]/g, '')
  if (/[*]|x{2}/i.test(run)) return false
  if ((money.before.test(before) || money.after.test(after)) && digits.length <= 10) {
    return !/^\+|^62|^0[1-9]/.test(run)
  }
  if (digits.length <= 3) return true
  if (/^\d{1,2}[.:]\d{2}$/.test(run)) return true
  if (digits.length > 5) return false
  return /^(?:199\d|20[0-3]\d)$/.test(run) || (counted.test(after) && !run.startsWith('0'))
}

/** Anything with a digit that follows the name of a number: "NIK saya 33…", "no meteran 12A4". */
const afterIdWord = new RegExp(
  `\\b(${idWord}(?:nya)?)\\b((?:\\s*(?:[.:=#-]|saya|kami|anak|istri|suami|adalah|nya|nomor|no|bca|bri|bni|mandiri|bsi|hp|wa|kk|nik|ke|atas nama))*(?:\\s+\\p{L}+)?)\\s*[\\p{L}]{0,3}\\d[\\p{L}\\d./-]*`,
  'giu',
)

/**
 * The text without addresses, numbers and codes of people: e-mail, links, accounts, telephone numbers in any writing,
 * identity and account numbers, plates, RT/RW. Dates of six or more digits go too; each leaves a mark.
 * @example withoutNumbers('hub 0812-3456-7890 ya') // 'hub … ya'
 */
export function withoutNumbers(text: string): string {
  let left = withDigits(text)
  for (const [found, mark] of rules) left = left.replace(found, mark)
  left = left.replace(days, removedMark).replace(ages, `$1 ${removedMark}`)
  // Numbers of letters and files: 503/1187/PTSP/2024, A-047.
  left = left.replace(
    /(?<![\p{L}\d])(?=[\p{L}\d./-]*\d)(?:[\p{L}\d.]+\/){2,}[\p{L}\d.-]+|(?<![\p{L}\d])\p{L}{1,4}-\d+(?![\p{L}\d])/gu,
    removedMark,
  )
  left = left.replace(digitRun, (run: string, at: number, whole: string) =>
    isKept(run, whole.slice(Math.max(0, at - 6), at), whole.slice(at + run.length, at + run.length + 12))
      ? run
      : removedMark,
  )
  left = left.replace(afterIdWord, `$1 ${removedMark}`)
  // Codes of letters and digits: passports, tickets, customers.
  return left.replace(/(?<![\p{L}\d])(?=[\p{L}\d-]*\d)(?=[\p{L}\d-]*\p{L})[\p{L}\d-]{6,}/gu, removedMark)
}
