/** What the help of `effects` says below its usage. */
export const effectsHelp = [
  'One row a unit and period: columns unit, time (a whole period, such as a year), first (the unit’s first treated period, the',
  'same in all its rows; empty or NA: never) and outcome (empty or NA: not known), others by --unit, --time, --first, --outcome.',
  'Units are compared with those not yet treated, or with --comparison never with those never treated. Fewer than',
  '--minimum-treated 20 treated units are refused, as are groups and periods with fewer than --minimum-comparisons 5 others.',
  '--bootstrap 999 replicates, by --seed 1, give the bands. --only UNIT gives the plain before and after of one unit instead,',
  'and names what that can not tell.',
].join('\n')
