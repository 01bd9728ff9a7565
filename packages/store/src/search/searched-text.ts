/** For other features that read the words of records: hidden words included, so never for showing. */
export { searchedRecords } from './searched-text.queries.ts'
export type { SearchedRecord } from './searched-text.queries.ts'
