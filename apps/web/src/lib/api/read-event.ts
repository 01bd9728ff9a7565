import type { RequestEvent } from '@sveltejs/kit'

/** All that a read of the API may know of who asks and what: nothing that only the framework could give. */
export type ReadEvent = Pick<RequestEvent, 'request' | 'url' | 'params' | 'locals' | 'getClientAddress'>

/** Answers one read. */
export type ReadHandler = (event: ReadEvent) => Promise<Response>
