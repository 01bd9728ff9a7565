/** Regions as open data, for features beside the exchange. */
export { regionRecords } from './place-records.queries.ts'
