import { outcomeOf } from './outcome.ts'

/** Two people begin at the same second, one with the text "satu", one with "dua": how it went, whose text won, what the other read. */
export async function atOnce(does: (which: 0 | 1, text: string) => Promise<unknown>) {
  const outcomes = await Promise.all([outcomeOf(does(0, 'satu')), outcomeOf(does(1, 'dua'))])
  const isFirst = outcomes[0].code === 'done'
  return {
    codes: outcomes.map(({ code }) => code).toSorted(),
    winner: isFirst ? 'satu' : 'dua',
    loserReads: outcomes[isFirst ? 1 : 0].says,
  }
}
