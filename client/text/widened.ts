/**
 * The shape that a language must have: the keys and the parameters of the Vietnamese words, any wording. A word that
 * is missing in another language does not compile.
 */
export type Widened<T> = T extends (...given: infer Given) => infer Said
  ? (...given: Given) => Widened<Said>
  : T extends string
    ? string
    : { readonly [Key in keyof T]: Widened<T[Key]> };
