import type { NeedContent } from '../needs/need.form.ts'

/** What of a need leads to questions. */
type Gap = Pick<
  NeedContent,
  | 'title'
  | 'indicator'
  | 'unit'
  | 'baseline'
  | 'target'
  | 'causes'
  | 'staffLimit'
  | 'moneyLimit'
  | 'connectivityLimit'
>

const longest = 3_000

/**
 * Questions to a host that a need leads to, one on each line, in Indonesian like the need: what of the gap moved there, how
 * its causes and limits were dealt with, what failed. A beginning that is edited; at most 3,000 characters.
 */
export function visitQuestions(gap: Gap): string {
  const { indicator, baseline, target, causes, staffLimit, moneyLimit, connectivityLimit } = gap
  const figure = (value: number) =>
    [value.toLocaleString('id-ID', { maximumFractionDigits: 6 }), gap.unit].filter(Boolean).join(' ')
  const ours = [
    baseline === null ? null : `sekarang ${figure(baseline)}`,
    target === null ? null : `target ${figure(target)}`,
  ].filter(Boolean)
  const lines = [
    `Kebutuhan kami: ${gap.title}.`,
    indicator &&
      `Berapa "${indicator}" di tempat Anda sebelum dan sesudahnya?${ours.length > 0 ? ` Di tempat kami ${ours.join(', ')}.` : ''}`,
    causes && `Sebabnya di tempat kami: ${ended(causes)} Bagaimana hal itu diatasi di tempat Anda?`,
    staffLimit && `Batas kami tentang pegawai: ${ended(staffLimit)} Berapa orang yang diperlukan, dan siapa?`,
    moneyLimit &&
      `Batas kami tentang biaya: ${ended(moneyLimit)} Berapa biaya menyiapkan dan menjalankannya?`,
    connectivityLimit &&
      `Batas kami tentang jaringan: ${ended(connectivityLimit)} Bagian mana yang berjalan tanpa sambungan?`,
    'Apa yang pernah gagal, dan mengapa?',
  ]
  return lines.filter(Boolean).join('\n').slice(0, longest)
}

/** The text on one line, with a full stop. */
function ended(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  return /[.?!]$/.test(line) ? line : `${line}.`
}
