import pg from 'pg'

const { builtins } = pg.types
const DATE_ARRAY = 1182
const INT8_ARRAY = 1016
const TEXT_ARRAY = 1009

/**
 * How values of PostgreSQL arrive here: bigint and numeric as numbers, days as `YYYY-MM-DD`, instants as
 * `Date`. A bigint beyond 2^53 throws rather than losing digits.
 */
export const pgTypes = new pg.TypeOverrides()

pgTypes.setTypeParser(builtins.INT8, wholeNumber)
pgTypes.setTypeParser(builtins.NUMERIC, Number)
pgTypes.setTypeParser(builtins.DATE, (text: string) => text)

const textArray = pg.types.getTypeParser(TEXT_ARRAY as typeof builtins.TEXT) as (
  text: string,
) => (string | null)[]
pgTypes.setTypeParser(DATE_ARRAY as typeof builtins.DATE, textArray)
pgTypes.setTypeParser(INT8_ARRAY as typeof builtins.INT8, (text: string) =>
  textArray(text).map((element) => (element === null ? null : wholeNumber(element))),
)

function wholeNumber(text: string): number {
  const number = Number(text)
  if (!Number.isSafeInteger(number))
    throw new RangeError(`wholeNumber: ${text} does not fit a JavaScript number`)
  return number
}
