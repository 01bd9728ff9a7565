/** What the help of `moran` says below its usage. */
export const spatialDetails = [
  'One row a region: --id (id; rows counted from 1 where there is no such column), --value (x) a number, --join any few words or numbers as colours. One of value and join may be left out.',
  'Neighbours: --neighbours FILE with one directed pair a row, columns --from (from) and --to (to), optionally --weight COLUMN; --both-ways adds the other direction. Or --nearest K or --within DISTANCE from the columns --lat and --lon of the input, in kilometres, or --plane EAST,NORTH in their own unit; --power P weighs such links by 1 / distance^P.',
  'Style: W (each row adds up to 1), B (every link weighs 1), raw (as given).',
  'Regions without neighbours leave n and S0 (--islands keep), or leave altogether (--islands drop). --missing COLUMN leaves out the rows in which that column is empty or NA.',
  '--permutations 999 shuffles, 0 for none, by --seed 1.',
].join('\n')
