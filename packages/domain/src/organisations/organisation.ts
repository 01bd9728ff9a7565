export const organisationKinds = [
  'ministry',
  'agency',
  'police',
  'government',
  'unit',
  'state_company',
  'regional_company',
  'university',
  'other',
] as const

/**
 * What an organisation is. `government` is the government of a province, regency or city; `unit` is part of its
 * parent (dinas, UPT, hospital, a ministry's centre); `agency` is a national agency that is not a ministry.
 */
export type OrganisationKind = (typeof organisationKinds)[number]
