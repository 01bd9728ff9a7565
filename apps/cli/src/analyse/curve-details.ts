/** What the help of `bass` and `logistic` says about dates, ceilings and intervals. */
export const curveDetails = [
  'Dates instead of counts: --dates COLUMN (2021, 2021-05 or 2021-05-17; one row an adoption) --by year|quarter|month [--from DATE] [--until DATE: where the data end; a period they do not cover wholly is left out] [--precision COLUMN: rows that say "by" are upper bounds and left out]. Times are then years: 2024.5 is the middle of 2024.',
  'Ceiling: --ceiling N knows it, --most N bounds it (the number of regions); found from the data otherwise.',
  'Intervals: --level 0.95; --bootstrap R refits R simulated series (--seed 1).',
].join('\n')
