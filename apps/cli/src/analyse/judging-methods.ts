import type { Command } from '../commands.ts'

const columns = '--input FILE.csv [--entry COLUMN] [--judge COLUMN] [--score COLUMN]'
const answer = '[--out FILE.csv] [--json]'
const reads =
  'One row a score; an empty score or NA is a gap. Columns without an option: entry (or target, unit, subject), judge (or ' +
  'rater), score (or value, rating). --out writes the rows of entries as CSV.'

/** Methods that read scores of entries by judges, or contests of pairs. */
export const judgingMethods: readonly Command[] = [
  {
    name: 'icc',
    usage: `${columns} [--level 0.95] ${answer}`,
    help: 'Intraclass correlations: six forms with intervals, complete table',
    details: `${reads}\nAnswers icc1, icc2, icc3 (one judge) and icc1k, icc2k, icc3k (mean of k), each with icc, f, df1, df2, p, low, high.`,
    load: () => import('./icc.ts'),
  },
  {
    name: 'mixed',
    usage: `${columns} [--criterion COLUMN] [--covariate COLUMN]… [--ml] ${answer}`,
    help: 'Entry and judge as crossed random effects, by REML',
    details:
      `${reads}\n--criterion adds an effect of each criterion against the first, --covariate a number; --ml is maximum likelihood.\n` +
      'Answers variance, remlCriterion, logLikelihood, fixed, fixedSe, effects (BLUPs), se, conditionalSd, corrected, reliability.',
    load: () => import('./mixed.ts'),
  },
  {
    name: 'severity',
    usage: `${columns} [--criterion COLUMN] [--apart] ${answer}`,
    help: 'Effects of entries, judges and criteria that add up, each summing to zero',
    details:
      `${reads}\nRefuses readings that fall into parts without a common judge or entry, and names them; --apart fits each part on its own.\n` +
      'Answers intercept, effects, se, severity, corrected, rawMean, residualVariance, residualDf, judgeTest.',
    load: () => import('./severity.ts'),
  },
  {
    name: 'z-scores',
    usage: `${columns} [--criterion COLUMN] ${answer}`,
    help: 'Scores standardised within each judge',
    details: `${reads}\nFair only when judges read large random lots, or all the same; what speaks against it is in warnings.`,
    load: () => import('./z-scores.ts'),
  },
  {
    name: 'rasch',
    usage: `${columns} [--criterion COLUMN] [--method joint|marginal] ${answer}`,
    help: 'Many-facet Rasch rating scale model, in logits',
    details:
      `${reads}\njoint estimates each measure for itself; marginal takes entries from a normal distribution (for few readings an entry).\n` +
      'Answers measures (judge: severity, criterion: difficulty), se, conditionalSe, infit, outfit, extreme, thresholds, values, fair.',
    load: () => import('./rasch.ts'),
  },
  {
    name: 'bradley-terry',
    usage:
      '--input FILE.csv [--player1 COLUMN] [--player2 COLUMN] [--win1 COLUMN] [--win2 COLUMN] [--ties COLUMN] | ' +
      `[--winner COLUMN --loser COLUMN [--count COLUMN]] [--reference NAME] [--advantage] ${answer}`,
    help: 'Abilities from paired comparisons',
    details:
      'One row a pair with the wins of each (columns player1, player2, win1, win2), or one row a winner and loser. A tie is half a\n' +
      'win for both. The reference, whose ability is 0, is the first named player; --advantage adds an effect of being player1.\n' +
      'Answers ability, se, covariance, deviance, df, nullDeviance, logLikelihood, aic, wins.',
    load: () => import('./bradley-terry.ts'),
  },
  {
    name: 'rank',
    usage: `${columns} --top N [--criterion COLUMN] [--model mixed|additive|rasch|rasch-marginal] [--draws 2000] [--seed 1] [--level 0.95] [--leave-out] ${answer}`,
    help: 'How sure it is that each entry belongs to the best N',
    details: `${reads}\nAnswers chance, rank, meanRank, low, high, doubtful; --leave-out adds who would come in and drop out without each judge.`,
    load: () => import('./rank.ts'),
  },
]
