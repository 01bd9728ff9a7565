/** For other features that change the text of a record: search knows it again. */
export { rebuildSearch } from './search-index.commands.ts'
