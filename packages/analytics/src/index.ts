// What `@semai/analytics` publishes: the methods and the types their signatures name. Whatever is not listed here is
// how they work, may change at any time, and is left out of the published package where no method needs it.

// Adoption curves
export { bassBands, bassBootstrap, fitBass } from './curves/bass.ts'
export type { BassFit, BassOptions } from './curves/bass.ts'
export { bassShare } from './curves/bass-search.ts'
export { bassQuadratic } from './curves/bass-quadratic.ts'
export type { BassQuadratic } from './curves/bass-quadratic.ts'
export { fitLogistic, logisticBands, logisticBootstrap } from './curves/logistic.ts'
export type { LogisticFit, LogisticName } from './curves/logistic.ts'
export { periodCounts } from './curves/period-counts.ts'
export type { KnownDate, PeriodCounts, PeriodUnit } from './curves/period-counts.ts'
export type { Ceiling, CeilingKind } from './curves/ceiling.ts'
export type { CurveBootstrap } from './curves/curve-bootstrap.ts'
export type { CurveBands, CurveFit, CurveWarning } from './curves/curve-fit.ts'

// Networks of who passes on to whom
export { cascadesOf } from './networks/cascades.ts'
export type { Cascades, HitOptions, Hits } from './networks/cascades.ts'
export { exponentialDelay, logNormalDelay, powerLawDelay, rayleighDelay } from './networks/delay-models.ts'
export type { DelayModel, DelayName } from './networks/delay-models.ts'
export { objectiveOf } from './networks/objective.ts'
export type { Objective } from './networks/objective.ts'
export { cascadeOfHits, netinf } from './networks/netinf.ts'
export type { NetinfOptions, Network, Stop } from './networks/netinf.ts'
export { fitNetwork } from './networks/fit-network.ts'
export type { FittedNetwork } from './networks/fit-network.ts'
export { heldOutEdges } from './networks/held-out.ts'
export type { HeldOut } from './networks/held-out.ts'
export { edgeStability } from './networks/edge-stability.ts'
export type { Edges } from './networks/edge-uses.ts'
export { attribute, edgeFacts } from './networks/attribution.ts'
export type { Attribution, EdgeFacts } from './networks/attribution.ts'
export { chooseHubs } from './networks/hubs.ts'
export type { HubOptions, Hubs } from './networks/hubs.ts'
export { allWorlds, drawnWorlds } from './networks/live-edge-worlds.ts'
export type { Transmission, Worlds } from './networks/live-edge-worlds.ts'

// Hazards in discrete time
export { riskSet } from './hazards/risk-set.ts'
export type { Adoption, Influence, RiskSet, RiskSetOptions, Unit } from './hazards/risk-set.ts'
export { discreteHazard } from './hazards/discrete-hazard.ts'
export type { HazardFit, HazardOptions, HazardRows } from './hazards/discrete-hazard.ts'
export type { PenalisedTests } from './hazards/firth.ts'
export { chanceOf } from './hazards/links.ts'
export type { Link } from './hazards/links.ts'
export { chiSquareTest } from './hazards/estimates.ts'
export type { ChiSquareTest, Estimates } from './hazards/estimates.ts'
export type { Collinearity, Column, DroppedColumn, Separation } from './hazards/model-columns.ts'
export type { Labels } from './numbers/groups.ts'

// Survival
export { cox } from './survival/cox.ts'
export type { Baseline, CoxFit, CoxOptions } from './survival/cox.ts'
export type { Ties } from './survival/cox-likelihood.ts'
export type { Concordance } from './survival/concordance.ts'
export { kaplanMeier, survivalTime } from './survival/kaplan-meier.ts'
export type { SurvivalCurve, SurvivalTime } from './survival/kaplan-meier.ts'
export { logRank, pickRows } from './survival/log-rank.ts'
export type { LogRank, LogRankOptions } from './survival/log-rank.ts'
export { aalenJohansen } from './survival/aalen-johansen.ts'
export type { CompetingRisks, Incidence } from './survival/aalen-johansen.ts'
export type { Band, BandScale } from './survival/bands.ts'
export type { SurvivalRows } from './survival/risk-order.ts'

// Effects
export { staggeredEffects } from './effects/staggered-effects.ts'
export type {
  BandedEstimate,
  Estimate as EffectEstimate,
  EventTimeEffect,
  Interval as EffectInterval,
  StaggeredEffects,
  StaggeredOptions,
} from './effects/staggered-effects.ts'
export { beforeAfter } from './effects/before-after.ts'
export type { BeforeAfter, BeforeAfterLimit, UnitSeries } from './effects/before-after.ts'
export type {
  Comparison as EffectComparison,
  GroupTimeCounts,
  RefusedGroupTime,
} from './effects/group-time.ts'
export type { PanelRow } from './effects/panel.ts'

// Next adopters
export { nextAdopters } from './adopters/next-adopters.ts'
export type { NextAdopter, NextAdopters, NextAdoptersOptions, Reason } from './adopters/next-adopters.ts'
export { backTest } from './adopters/back-test.ts'
export type { BackTest, BackTestOptions } from './adopters/back-test.ts'
export type { Calibration } from './adopters/calibration.ts'
export type { Covariate, Diffusion, GivenNetwork } from './adopters/diffusion.ts'
export type { LearningOptions, Ranking } from './adopters/learn-hazard.ts'
export type { RankingMeasures } from './adopters/ranking-measures.ts'

// Spatial autocorrelation
export { bothWays, weightSums, weightsFrom, withoutIslands } from './spatial/weights.ts'
export type { Links, WeightStyle, Weights, WeightSums } from './spatial/weights.ts'
export { bandLinks, inverseDistance, nearestLinks } from './spatial/near-links.ts'
export type { Places } from './spatial/near-links.ts'
export { geary, moran } from './spatial/moran.ts'
export type { Geary, Moran } from './spatial/moran.ts'
export { localMoran, permutationLocalMoran } from './spatial/local-moran.ts'
export type { LocalMoran, Quadrant } from './spatial/local-moran.ts'
export { joinCounts } from './spatial/join-counts.ts'
export type { JoinCount, JoinCounts } from './spatial/join-counts.ts'
export { permutationJoins, permutationMoran } from './spatial/permutation.ts'
export type { PermutationTest, Shuffling } from './spatial/permutation.ts'
export type { SpatialTest } from './spatial/cross-product.ts'

// Innovativeness
export { innovativeness } from './innovativeness/innovativeness.ts'
export type { Innovativeness } from './innovativeness/innovativeness.ts'
export { innovativenessBootstrap } from './innovativeness/innovativeness-bootstrap.ts'
export type { InnovativenessBootstrap, Limits } from './innovativeness/innovativeness-bootstrap.ts'
export type { Adoption as AdoptionTime, AdoptionOptions } from './innovativeness/adoption-table.ts'
export type { BetaBinomial } from './innovativeness/beta-binomial.ts'

// Judging
export { krippendorff } from './judging/krippendorff.ts'
export type { Alpha, AlphaMetric, Rating } from './judging/krippendorff.ts'
export { intraclass } from './judging/intraclass.ts'
export type { Intraclass, IntraclassForm, IntraclassTable } from './judging/intraclass.ts'
export { zScores } from './judging/standard-scores.ts'
export type { StandardScores } from './judging/standard-scores.ts'
export { additiveEffects } from './judging/additive-effects.ts'
export type { AdditiveEffects, LevelEffects } from './judging/additive-effects.ts'
export { crossedEffects } from './judging/crossed-effects.ts'
export type { CrossedEffects, CrossedOptions, RandomEffects } from './judging/crossed-effects.ts'
export { rasch } from './judging/rasch.ts'
export type { Rasch, RaschMeasures } from './judging/rasch.ts'
export type { RaschEstimates } from './judging/rasch-joint.ts'
export type { Fit } from './judging/rasch-fit.ts'
export { bradleyTerry } from './judging/bradley-terry.ts'
export type { BradleyTerry, BradleyTerryOptions, Contest } from './judging/bradley-terry.ts'
export { rankUncertainty } from './judging/rank-uncertainty.ts'
export type { RankOptions, RankUncertainty } from './judging/rank-uncertainty.ts'
export { withoutEachJudge } from './judging/without-each-judge.ts'
export type { Ordered, WithoutJudge } from './judging/without-each-judge.ts'
export { connectedParts } from './judging/connected-parts.ts'
export type { Part } from './judging/connected-parts.ts'
export { codedReadings } from './judging/readings.ts'
export type { CodedReadings, Factor, Reading } from './judging/readings.ts'
export type { EntryPosterior } from './judging/entry-posterior.ts'
export type { SparseRows } from './judging/sparse-rows.ts'

// Assignment of readers
export { assignReaders } from './assignment/assign-readers.ts'
export type { Reading as AssignedReading, ReadingPlan } from './assignment/assign-readers.ts'
export { assignFairly } from './assignment/assign-fairly.ts'
export type { FairPlan } from './assignment/assign-fairly.ts'
export type { Candidate, ReadingRules } from './assignment/reading-problem.ts'

// Decision with several criteria
export { pairwiseWeights } from './decision/pairwise.ts'
export type { PairwiseWeights } from './decision/pairwise.ts'
export { entropyWeights } from './decision/entropy-weights.ts'
export { checkedWeights, ranksOf, weightedSums } from './decision/criteria.ts'
export type { Criterion, Decision, Scored } from './decision/criteria.ts'
export { smart, weightedSum } from './decision/weighted-sum.ts'
export type { Linear, Normalisation } from './decision/weighted-sum.ts'
export { topsis } from './decision/topsis.ts'
export type { Topsis } from './decision/topsis.ts'
export { vikor } from './decision/vikor.ts'
export type { Vikor } from './decision/vikor.ts'
export { promethee } from './decision/promethee.ts'
export type { Preference, Promethee } from './decision/promethee.ts'
export { groupJudgments, groupPriorities, groupRanking } from './decision/group.ts'
export type { GroupRanking } from './decision/group.ts'
export { searchedStability, weightStability } from './decision/weight-stability.ts'
export type { WeightInterval } from './decision/weight-stability.ts'
export { rankAcceptability } from './decision/rank-acceptability.ts'
export type { RankAcceptability } from './decision/rank-acceptability.ts'

// Likeness of texts and profiles
export { copyThreshold, nearCopies } from './similarity/near-copies.ts'
export type { CopyFinder, CopyText, CopyVerdict, Resemblance } from './similarity/near-copies.ts'
export { copyPairs, pairThreshold } from './similarity/copy-pairs.ts'
export type { CopyPair } from './similarity/copy-pairs.ts'
export { copyQuality } from './similarity/copy-quality.ts'
export type { CopyLabel, CopyQuality, Count, JudgedCopy } from './similarity/copy-quality.ts'
export { nearest } from './similarity/nearest.ts'
export type { Neighbour, Profile } from './similarity/nearest.ts'
export { wordThemes } from './similarity/word-themes.ts'
export type { WordTheme, WordThemeOptions } from './similarity/word-themes.ts'
export type { AlignedPassage } from './similarity/aligned-passages.ts'
export type { ConceptRow, Word, WordReader } from './similarity/concept-lexicon.ts'
export type { CopyLanguage, CopySource } from './similarity/copy-collection.ts'
export type { FrameRow } from './similarity/frames.ts'
export type { Cue, CueRole } from './similarity/passages.ts'
export type { Likeness } from './similarity/resemblance.ts'

// Chance that can be repeated
export { seededRandom } from './numbers/random.ts'
export type { Random } from './numbers/random.ts'
