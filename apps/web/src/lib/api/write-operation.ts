import type { TokenScope } from '@semai/domain/people/token'
import type { z } from 'zod'

/**
 * One thing a program may do with a token, said once: the handler parses with it and the OpenAPI document is drawn from it. Reads of
 * what is not public are of this kind too.
 */
export type WriteOperation<Body extends z.ZodType, Answer extends z.ZodType> = {
  method: 'get' | 'post' | 'put'
  path: `/api/${string}`
  name: string
  says: string
  scope: TokenScope
  params: z.ZodObject
  /** What is sent; null for a read. */
  body: Body | null
  answer: Answer
  /** The status of an answer that is not 200. */
  created?: true
}
export type AnyWriteOperation = WriteOperation<z.ZodType, z.ZodType>

/** Declares one. */
export function writeOperation<Body extends z.ZodType, Answer extends z.ZodType>(
  declared: WriteOperation<Body, Answer>,
): WriteOperation<Body, Answer> {
  return declared
}
