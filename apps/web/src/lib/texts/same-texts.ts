/**
 * The shape an English text must have: every key of the Indonesian one, sentences as sentences, lists as lists
 * of the same kind, functions with the same parameters. A missing or extra key does not compile.
 */
export type SameTexts<T> = T extends string
  ? string
  : T extends (...given: infer Given) => string
    ? (...given: Given) => string
    : T extends readonly (infer Item)[]
      ? readonly SameTexts<Item>[]
      : { readonly [Key in keyof T]: SameTexts<T[Key]> }
