import type { Command } from '../commands.ts'

/** The methods of hazards and survival, with what their help says. */
export const survivalMethods: readonly Command[] = [
  {
    name: 'logit',
    usage:
      '--input FILE.csv (--formula FORMULA | --event COLUMN [--columns A,B,…]) [--link logit|cloglog] [--cluster COLUMN [--small-sample]] [--firth] [--collinear drop|refuse] [--confidence SHARE] [--epsilon SHARE] [--json]',
    help: 'Discrete-time hazards: pooled logit or complementary log-log',
    details: [
      'One row for each unit and period at risk; the response is 0 or 1 (or TRUE and FALSE, or two texts).',
      "Formulas are R's: --formula 'adopt ~ 1 + period + I(period^2) + log(size) + factor(policy) + a*b'. Texts are levels",
      'with the first in the alphabet as reference; -1 takes the intercept away; ` ` go around names with spaces. Rows with',
      'an empty cell or NA in a variable of the model are left out and counted. --cluster gives robust errors;',
      '--small-sample multiplies their squares by G/(G-1). --firth is for separation, which is reported by name.',
    ].join('\n'),
    load: () => import('./logit.ts'),
  },
  {
    name: 'risk-set',
    usage:
      '--input ADOPTIONS.csv [--units FILE.csv] [--neighbours FILE.csv] [--unit COLUMN] [--item COLUMN] [--period COLUMN] [--from PERIOD] [--until PERIOD] [--out FILE.csv] [--json]',
    help: 'Who could still adopt what and when: the rows that logit reads',
    details: [
      'Adoptions have unit,item,period (whole numbers, such as years). Units: unit, from, until (periods of existence, may be',
      'empty); without the file, those that adopted. Neighbours: unit, neighbour, weight. Gives unit, item, period, duration,',
      'adopt, exposure (share of the neighbours that adopted in earlier periods), exposed_to, prevalence.',
    ].join('\n'),
    load: () => import('./risk-set.ts'),
  },
  {
    name: 'cox',
    usage:
      '--input FILE.csv (--formula FORMULA | [--start COLUMN] --stop COLUMN [--event COLUMN] --columns A,B,…) [--ties efron|breslow] [--strata A,B,…] [--cluster COLUMN] [--collinear drop|refuse] [--confidence SHARE] [--epsilon SHARE] [--baseline] [--json]',
    help: 'Cox regression on (start, stop] rows',
    details: [
      "Formulas are R's: --formula 'Surv(start, stop, event) ~ age + sex + strata(site)', or Surv(time, event) without late",
      'entry; --time is another name for --stop. Events: 0 and 1, TRUE and FALSE, 1 and 2 (2 is the event), or a comparison',
      'such as Surv(time, status == "dead"). Texts are levels with the first in the alphabet as reference. Rows with an empty',
      'cell or NA in a variable of the model are left out and counted. --baseline adds the baseline hazard.',
    ].join('\n'),
    load: () => import('./cox.ts'),
  },
  {
    name: 'km',
    usage:
      '--input FILE.csv (--formula FORMULA | [--start COLUMN] --time COLUMN [--event COLUMN] [--group A,B,…]) [--strata A,B,…] [--bands log-log|log|plain] [--confidence SHARE] [--rho POWER] [--times T,T,…] [--quantiles SHARE,…] [--json]',
    help: 'Kaplan–Meier and Nelson–Aalen by group, with the log-rank test',
    details: [
      "--formula 'Surv(time, event) ~ group', ~ 1 for one curve; --stop is another name for --time. Events as in cox. --strata",
      'is for the test. --rho 1 is the Peto and Peto test. --times asks for the curve at given times. The JSON has the limits of',
      'all three scales.',
    ].join('\n'),
    load: () => import('./km.ts'),
  },
  {
    name: 'competing-risks',
    usage:
      '--input FILE.csv (--formula FORMULA | [--start COLUMN] --time COLUMN [--event COLUMN] [--group A,B,…]) [--censored LABEL] [--bands log-log|log|plain] [--confidence SHARE] [--times T,T,…] [--json]',
    help: 'Cumulative incidence of events that rule each other out (Aalen–Johansen)',
    details:
      'The event column holds a number or text a kind, and 0, FALSE, "censored" or the label of --censored where no event came.',
    load: () => import('./competing-risks.ts'),
  },
]
