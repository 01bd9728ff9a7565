import type { Command } from '../commands.ts'
import { adopterMethods } from './adopter-methods.ts'
import { curveDetails } from './curve-details.ts'
import { effectsHelp } from './effects-help.ts'
import { judgingMethods } from './judging-methods.ts'
import { spatialDetails } from './spatial-details.ts'
import { survivalMethods } from './survival-details.ts'
import { decisionMethods } from './decision-methods.ts'

/** Every method of `semai analyse`, in the order its help shows them. A new one is a line here and a file beside it. */
export const methods: readonly Command[] = [
  {
    name: 'alpha',
    usage: '--input FILE.csv [--rater COLUMN] [--unit COLUMN] [--value COLUMN] [--metric METRIC] [--json]',
    help: "Agreement of raters: Krippendorff's alpha",
    details:
      'One row a rating; an empty value or NA is a gap. Metrics: nominal, ordinal, interval, ratio; all four without --metric.',
    load: () => import('./alpha.ts'),
  },
  {
    name: 'bass',
    usage:
      '--input FILE.csv [--time COLUMN] [--value COLUMN] [--ceiling N | --most N] [--ahead PERIODS] [--level SHARE] [--bootstrap R] [--seed SEED] [--json]',
    help: 'Bass curve of adoption by nonlinear least squares, with bands and forecast',
    details: `One row a period: --value (y) is how many adopted in it, --time (t) its number or year; rows of the same time are added, and a time that is missing is unknown, not zero. --origin T: when the diffusion began (one period before the first).\n${curveDetails}`,
    load: () => import('./bass.ts'),
  },
  {
    name: 'logistic',
    usage:
      '--input FILE.csv [--x COLUMN] [--y COLUMN] [--at X,X,…] [--ceiling N | --most N] [--level SHARE] [--bootstrap R] [--seed SEED] [--json]',
    help: 'Three-parameter logistic curve by nonlinear least squares',
    details: `One row a point (columns x and y): y is the height at x, such as how many have adopted so far. --at gives the curve with bands at other x.\n${curveDetails}`,
    load: () => import('./logistic.ts'),
  },
  {
    name: 'moran',
    usage:
      '--input FILE.csv (--neighbours FILE.csv | --nearest K | --within DISTANCE) [--id COLUMN] [--value COLUMN] [--join COLUMN] [--style W|B|raw] [--permutations R] [--seed SEED] [--json]',
    help: "Spatial autocorrelation: Moran's I, Geary's C, local Moran, join counts",
    details: spatialDetails,
    load: () => import('./moran.ts'),
  },
  {
    name: 'innovativeness',
    usage:
      '--input FILE.csv [--region COLUMN] [--innovation COLUMN] [--time COLUMN] [--regions FILE.csv] [--end PERIOD] [--from PERIOD --until PERIOD] [--bootstrap R] [--level SHARE] [--seed SEED] [--json]',
    help: 'How early and how often regions adopt: Walker, and the rate of Boehmke and Skinner',
    details: [
      'One row an adoption: columns region, innovation and time, a whole period or a date, of which the year is taken. A row whose time is empty or NA names a region that has not adopted.',
      '--regions FILE names all regions (its only column, or the one called as in the input): those that adopted nothing count too.',
      '--end: observation went on until then; the risk of an innovation ends with its last adoption otherwise. --from and --until: only these periods count for the rate.',
      '--bootstrap R gives limits over R resamples of the innovations, by --seed 1.',
    ].join('\n'),
    load: () => import('./innovativeness.ts'),
  },
  {
    name: 'network',
    usage:
      '--input FILE.csv [--objective snap|r] [--model MODEL] [--rate RATE|ml] [--edges N] … [--out FILE] [--json]',
    help: 'Who passes on to whom: a network from adoption times (NetInf)',
    details: async () => (await import('./network-help.ts')).networkHelp,
    load: () => import('./network.ts'),
  },
  {
    name: 'spread',
    usage:
      'network|clusters|next_adopters|back_test|seeding --claims FILE.csv --regions FILE.csv [--budget N] [--must CODES] [--hubs CODES]',
    help: 'What the pages on spread show, from the open data',
    details: `Reads what semai export claims and semai export regions write, and answers in JSON what the pages show: inputs is the
fingerprint that stands there too; where it is the same, so is every digit.

network        who tends to follow whom across innovations (docs/methods/spread-network.md)
clusters       whether neighbours begin the same things (docs/methods/spread-clusters.md)
next_adopters  who may begin what within twelve months (docs/methods/spread-next-adopters.md)
back_test      the same, looked back at over the last years
seeding        where to begin so that the network carries furthest (docs/methods/seeding.md): --budget N first adopters,
               --must and --hubs region codes separated by commas`,
    load: () => import('./spread.ts'),
  },
  {
    name: 'hubs',
    usage:
      '--input EDGES.csv --budget N [--probability COLUMN|NUMBER] [--costs FILE.csv] [--must A,B] [--not C] [--json]',
    help: 'Where to start so that a network reaches most (CELF)',
    details: `One row an edge: columns from, to (others by --from, --to) and probability, the chance that it transmits: what
semai analyse network --out writes. --probability takes another column, or one number for all edges.

--budget N           how many hubs; with --costs, what they may cost in all
--costs FILE.csv     columns node and cost
--must A,B --not C   hubs that are chosen first and paid for, and nodes that are never chosen
--worlds N           in how many random draws of the network spread is measured (1000), by --seed SEED (1)
--exact              all ways in which the edges may transmit instead, for at most 16 uncertain edges

Answers: hubs in the order of choice (node, gain, cost, spread so far); spread (nodes reached on average, hubs included),
cost, bound (no choice within the budget reaches more in these draws), evaluations.`,
    load: () => import('./hubs.ts'),
  },
  ...adopterMethods,
  ...survivalMethods,
  {
    name: 'effects',
    usage:
      'FILE.csv [--unit COLUMN] [--time COLUMN] [--first COLUMN] [--outcome COLUMN] [--only UNIT | --comparison not-yet|never] [--minimum-treated N] [--minimum-comparisons N] [--confidence SHARE] [--bootstrap R] [--seed SEED] [--json]',
    help: 'What something changed that came at different times: difference-in-differences',
    details: effectsHelp,
    load: () => import('./effects.ts'),
  },
  ...judgingMethods,
  ...decisionMethods,
  {
    name: 'near-copies',
    usage:
      '--texts FILE.csv [--against FILE.csv] [--columns PART=COLUMN,…] [--threshold SHARE] [--limit COUNT] [--aligned] [--json]',
    help: 'Copies and retellings in Indonesian: texts against a collection, or among themselves',
    details:
      'Texts: columns id, title (may be missing), abstract. The collection: columns of innovations.csv (id, name, acronym_expansion, summary_id, problem_id, institution, region_name), or others by --columns with the parts id, name, expansion, does, problem, institution, region; only id and does must be there. A text that says where its idea comes from is no copy, but is traced. --aligned shows passages side by side. Without --against: pairs of texts that say the same.',
    load: () => import('./near-copies.ts'),
  },
]

export function findMethod(name: string | undefined): Command | undefined {
  return methods.find((method) => method.name === name)
}

/** What `semai analyse --help` adds to its usage. */
export function methodsText(): string {
  const width = Math.max(...methods.map(({ name }) => name.length))
  return [
    'Methods:',
    ...methods.map(({ name, help }) => `  ${name.padEnd(width)}  ${help}`),
    '',
    'semai analyse METHOD --help says what a method reads and answers; docs/methods explains the method itself.',
  ].join('\n')
}
