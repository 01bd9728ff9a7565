/** For other features that ask where things are alike. */
export { regionsLike } from './peers.queries.ts'
