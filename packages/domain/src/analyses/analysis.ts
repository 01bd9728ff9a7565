/**
 * Analyses that take longer than a page may: computed beside the site in this order, kept by a fingerprint of what they were
 * made from. The look back comes before the ranking that rests on it.
 */
export const analysisNames = ['network', 'clusters', 'back_test', 'next_adopters'] as const
export type AnalysisName = (typeof analysisNames)[number]

/** How a computation stands. */
export const analysisStates = ['running', 'done', 'failed'] as const
export type AnalysisState = (typeof analysisStates)[number]
