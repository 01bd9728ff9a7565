import type { Command } from '../commands.ts'

const criteria =
  '--input FILE.csv [--id COLUMN] [--benefit COLUMNS] [--cost COLUMNS] [--criteria COLUMNS] ' +
  '[--weights WEIGHTS | --pairwise MATRIX.csv] [--json]'

const criteriaDetails = `One row an alternative, one column of numbers a criterion. --id names the column of the alternatives: else one called
alt, alternative, id, name, entry, proposal or option, or a first column of text. More is better on the criteria of
--benefit, less on those of --cost (a,b,c). Without --benefit all other columns of numbers are benefits. --criteria says
which columns, and in which order. WEIGHTS is equal (also when left out), entropy, a list 0.5,0.3,0.2 in the order of the
columns, a list price=2,age=1, or a file with the columns criterion and weight; only their shares count. --pairwise takes
the weights from a matrix of judgments, as semai analyse ahp reads it, by eigenvector.`

const scoringDetails = `The JSON answer has criteria, weights and alternatives in the order of all lists; score (greater is better), rank (1 is
best; equals share the better rank), ranking, and weight_stability: for each criterion how far its weight may move, the
others keeping their proportions, before the best alternative (top) or the order changes, and who is best beyond.`

/** Methods of decision and of assignment. */
export const decisionMethods: readonly Command[] = [
  {
    name: 'assign',
    usage:
      '--input FILE.csv --readers-per-paper N [--max-load N] [--min-load N] [--fair] [--connected] [--team-limit N] ' +
      '[--papers FILE.csv] [--readers FILE.csv] [--paper COLUMN] [--reader COLUMN] [--similarity COLUMN] ' +
      '[--conflict COLUMN] [--fixed COLUMN] [--effort N] [--out FILE.csv] [--json]',
    help: 'Who reads what: the best or the fairest plan of readers for papers',
    details: `One row a pair of paper and reader that is possible: columns paper (or proposal, entry), reader (or reviewer, evaluator,
judge), similarity (or score), and if there are any conflict and fixed (1 and 0, yes and no). A pair that is not listed is
not taken. Exactly --readers-per-paper readers a paper, loads from --min-load to --max-load, greatest total similarity.
--fair raises the worst paper first; --connected joins all readers by shared papers, so that their scores can be compared.
--papers has columns paper, need, team; --readers has reader, min, max, team (or institution; several divided by ;): no
one reads a paper of the own team, and with --team-limit N at most N readers of a team read the same paper.
The JSON answer has total_similarity, min_paper_score, worst_paper, connected, assignment, paper_scores, loads and
reader_groups; with --fair also min_paper_score_bound, min_paper_score_proved, total_proved, max_total_similarity and
price_of_fairness. --out writes the plan as CSV. When no plan exists, the refusal names papers, readers and limit.`,
    load: () => import('./assign.ts'),
  },
  {
    name: 'ahp',
    usage:
      '--input MATRIX.csv [--input MATRIX.csv …] [--judge COLUMN] [--influence W,W,…] [--method METHOD] ' +
      '[--reciprocity GAP] [--random-index RI] [--json]',
    help: 'Weights from pairwise judgments (analytic hierarchy process), of one person or a group',
    details: `A square matrix: one row and one column a criterion, "row is so many times as important as column"; a first column of
names if there is one. Fractions such as 1/3 are read; an empty cell is the reciprocal of its opposite. Judgments whose
product with their opposite is farther from 1 than --reciprocity (0.05) are refused. METHOD is eigenvector (default) or
geometric-mean. Several files, or one with a column --judge, are a group; --influence weighs its members.
The JSON answer has weights, weights_eigen, weights_geometric_mean, lambda_max, ci, ri (Saaty's, for up to 15 criteria), cr,
consistent, gci, oddest_judgment; for a group these are of the joined judgments, beside priorities_arithmetic,
priorities_geometric and members.`,
    load: () => import('./ahp.ts'),
  },
  {
    name: 'entropy',
    usage: '--input FILE.csv [--id COLUMN] [--criteria COLUMNS] [--json]',
    help: 'Weights of criteria by how much alternatives differ (entropy)',
    details: `One row an alternative, one column of numbers of at least 0 a criterion; --criteria, --benefit and --cost name them, else
all columns of numbers are taken. The JSON answer has criteria, entropy, divergence and weights.`,
    load: () => import('./entropy.ts'),
  },
  {
    name: 'weighted-sum',
    usage: `${criteria} [--normalise none|max|sum|vector]`,
    help: 'Scores of alternatives by weighted sum',
    details: `${criteriaDetails}\n\n${scoringDetails}`,
    load: async () => (await import('./scoring.ts')).scoring('weighted-sum'),
  },
  {
    name: 'smart',
    usage: `${criteria} [--range NAME=LOW:HIGH,…] [--constant zero|drop]`,
    help: 'Scores of alternatives by value functions from 0 to 1 (SMART)',
    details: `${criteriaDetails}\n\nRanges come from the data unless --range fixes them. A criterion that does not vary is worth 0 for all, or is dropped.\n\n${scoringDetails}`,
    load: async () => (await import('./scoring.ts')).scoring('smart'),
  },
  {
    name: 'topsis',
    usage: criteria,
    help: 'Scores of alternatives by closeness to the ideal (TOPSIS)',
    details: `${criteriaDetails}\n\n${scoringDetails} Here also d_plus, d_minus, closeness, ideal and anti_ideal;\ncloseness is null when all alternatives are equal.`,
    load: async () => (await import('./scoring.ts')).scoring('topsis'),
  },
  {
    name: 'vikor',
    usage: `${criteria} [--v SHARE]`,
    help: 'Compromise between the regrets of many and of one (VIKOR)',
    details: `${criteriaDetails}\n\n--v is the weight of the group, 0.5 where left out. ${scoringDetails}\nHere also s, r, q (0 is best; the score is its negative), acceptable_advantage, acceptable_stability and compromise.`,
    load: async () => (await import('./scoring.ts')).scoring('vikor'),
  },
  {
    name: 'promethee',
    usage: `${criteria} [--preference NAME=SHAPE,…]`,
    help: 'Net flows of alternatives compared in pairs (PROMETHEE II)',
    details: `${criteriaDetails}\n\nSHAPE is usual (where left out), linear:Q:P, level:Q:P or gaussian:S, in units of the criterion. ${scoringDetails}\nHere also phi, phi_plus and phi_minus.`,
    load: async () => (await import('./scoring.ts')).scoring('promethee'),
  },
  {
    name: 'stability',
    usage: `--method weighted-sum|smart|topsis|vikor|promethee ${criteria}`,
    help: 'How far each weight may move before the best or the order changes',
    details: `${criteriaDetails}\n\nTakes the options of the method. Exact where scores are linear in the weights; TOPSIS and VIKOR are searched in 200 steps and\nhalved.`,
    load: async () => (await import('./scoring.ts')).stability,
  },
  {
    name: 'acceptability',
    usage: `--method weighted-sum|smart|topsis|vikor|promethee ${criteria} [--draws N] [--seed SEED] [--within SHARE]`,
    help: 'How often each alternative gets each rank when weights are not known exactly',
    details: `${criteriaDetails}\n\nWeights are drawn evenly from all there are, or with --within 0.2 each within 20 % of the one given. Takes the options of the\nmethod. The JSON answer has rank_shares (a row an alternative, a column a rank), first_share, mean_rank, central_weights (at\nwhich it is best), standard_error.`,
    load: () => import('./acceptability.ts'),
  },
  {
    name: 'group-ranking',
    usage:
      '--input FILE.csv [--judge COLUMN] [--alternative COLUMN] [--score COLUMN | --rank COLUMN] ' +
      '[--influence NAME=W,…] [--json]',
    help: 'One ranking from those of several judges: Borda points and median ranks',
    details: `One row a judge and alternative, with a score (greater is better) or a rank (1 is best); every judge judges all. The JSON
answer has alternatives, borda, borda_rank, median_rank, mean_rank, rank (by median, ties by mean) and kendall_w.`,
    load: () => import('./group-ranking.ts'),
  },
]
