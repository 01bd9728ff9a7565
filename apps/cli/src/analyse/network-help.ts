/** What `semai analyse network --help` adds. */
export const networkHelp = `One row a hit: in which cascade (an innovation, say) which node (a region) was hit, and when. Columns cascade, node
and time, or others by --cascade, --node, --time. Times are numbers in any unit, or dates such as 1965-03-01, which are
counted in --unit days (without it), weeks, months or years. Hits at the same time never transmit to each other. Node and
cascade may be text or numbers; equal gains are added by smaller child, then smaller parent.

--repeated reject|first   a node hit twice in a cascade is a fault (reject, without it), or only its first hit counts
--objective snap|r        snap: SNAP netinf, a hit without an edge has probability eps (1e-64)
                          r: NetworkInference, a hit without an edge has eps (1e-10) of its best density, and an edge
                          tied (0.5) of its own; --eps and --tied change these
--model                   exponential (without it), power-law, rayleigh, log-normal
--rate RATE               exponential: rate; rayleigh: rate dt exp(-rate dt²/2); power-law: the exponent
--scale SCALE             instead: 1/rate for exponential, the scale of rayleigh (rate is 1/scale²)
--mu MU --sigma SIGMA     log-normal: of the logarithm of the delay (below 0: --mu=-1)
--min-delay DELAY         power-law: no shorter delay is possible. Without it: no limit, and 1 is the unit
                          Without parameters, or with --rate ml, they are learnt by maximum likelihood
--search greedy|pruned    greedy: as both programs do it. pruned: more edges are added than wanted, then those taken away
                          that are missed least; worth more, and nearer to the truth where hubs hide their neighbours
                          (with --edges or --stop-gain, not with --stop-p)
--edges N                 stop after N edges
--stop-gain GAIN          add no edge that gains less
--stop-p P                stop at the first edge whose p is P or more: by vuong_p for the objective r, which keeps that
                          edge as the last, as NetworkInference does; by p for snap, which leaves it out
--test vuong|published    go by p (and leave that edge out), or by vuong_p, whatever the objective
--holdout SHARE           put a share of the cascades aside and take as many edges as predict those best (at most --edges)
--bootstrap N             stability: share of N resamples of the cascades in which an edge is found again
--seed SEED               of --holdout and --bootstrap (1)
--truth FILE.csv          a known network, columns from and to: adds precision and recall
--out FILE.csv            write the edges there; without it, and without --json, they go to standard output
--evidence FILE.csv       write which cascades support each edge
--json                    total_gain, edges and all else as JSON

Edges have: from, to, gain, p (Vuong's test), vuong_p (the same as NetworkInference 1.2.5 reports it), volume (hits it
explained better when added), median_dt, mean_dt (their delays), support (hits it explains best in the whole network),
exposures (cascades that had from before to), probability (support / exposures), stability with --bootstrap.

semai analyse hubs chooses from where to start on such a network. docs/methods/network-inference.md explains all of it.`
