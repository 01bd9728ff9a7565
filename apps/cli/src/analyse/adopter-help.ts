const inputHelp = `One row an adoption: columns cascade (the innovation), node (the place) and time, or others by --cascade, --node, --time;
times are numbers in any unit, or dates such as 2021-05-17, which are counted in --unit months (days, weeks, years).
--repeated first: of a node twice in a cascade the first counts, which is a fault otherwise.

--places FILE.csv      all places that could adopt, one a row, by --id COLUMN (as in the input; or id); without it, those
                       that adopted something. Its columns of numbers explain, unless --columns names them: --columns
                       'hdi, log(population), kind' (texts become yes and no for each but the first)
--exists COLUMN        of the places: from when each exists (empty: always)
--changing FILE.csv    columns node, time, and values that hold from then on
--nearest K, --within KM, --neighbours FILE.csv
                       neighbours: by the columns lat and lon of the places (--lat, --lon, or --plane EAST,NORTH), or a list
                       with one directed pair a row (from, to; --weight COLUMN, --both-ways), as for moran
--network FILE.csv     who passes on to whom: from, to, probability or weight. Without it, inferred from what came before
                       each period; none: no network. A file should come from earlier data
--horizon H            how far ahead: 12 where times are in months, 1 for years and numbers, 365 days, 52 weeks
--step S               how far apart the periods to learn from begin (the horizon)
--link logit|cloglog   --penalty 1: how strongly effects are pulled to none     --level 0.95: of all limits`

const testHelp = `--splits N             how many moments, one horizon apart (3)
--k K                  precision among the first K (10)
--bootstrap R          resamples for the limits (200), by --seed SEED (1)`

export const nextHelp = `${inputHelp}

--at T                 the moment of the forecast; nothing that happened then or later is used. Without it, after the last
--innovation NAME      of one innovation (all); --cascade NAME is the same     --place NAME   of one place, whose innovations are ranked then
--top K                how many to list (10; all)       --reasons N    how many reasons each (3)
--rank-by RANKING      model, popularity, neighbours, nearest or random; auto (without it): the model if it beats the others
                       in a back-test on what came before T, else the best of them
${testHelp}

Answers: next (rank, cascade, node, chance, lower, upper, reasons: name, value, contribution to the log odds against the
mean of those it is ranked with), rankedBy, model (effects of one standard deviation with robust errors), backTest.`

export const backTestHelp = `${inputHelp}

--split T,T,…          moments: learn from what came strictly before each, ask who comes within the horizon
${testHelp}
--until T              how far the events reach, where that is beyond the last

Answers, for each of model, popularity (adoptions so far against expected), neighbours (share that adopted), nearest (most
similar adopter) and random: auc and lead (the model's auc less its own), precision, reciprocalRank within an innovation;
aucOfAll, logLoss, brier over all rows, each with value, lower, upper; calibration (table of tenths, line, expected and
observed). use: the ranking to use; modelBeatsAll; splits; resampled (innovations, or places where few had adopters).`
