/** What a function of words is tried with, unless its numbers and names have to be of one kind. */
const anything = new Proxy({}, { get: () => 3 });
const SAMPLES: Readonly<Record<string, readonly unknown[]>> = {
  'media.state()': [{ state: 'preparing', step: 'starting', progress: 0.5 }],
  'refusals.sentence()': ['not-permitted', {}],
};

export type Leaves = ReadonlyMap<string, string>;

/** Every word of a language by its path, functions as what they say of a sample. */
export function leavesOf(words: unknown, path = ''): Leaves {
  if (words === null) return new Map([[path, 'null']]);
  if (typeof words === 'string') return new Map([[path, words]]);
  if (typeof words === 'function')
    return new Map([[`${path}()`, said(words as (...given: unknown[]) => unknown, path)]]);
  return new Map(
    Object.entries(words as object).flatMap(([key, value]) => [
      ...leavesOf(value, path === '' ? key : `${path}.${key}`),
    ]),
  );
}

function said(words: (...given: unknown[]) => unknown, path: string): string {
  const own = SAMPLES[`${path}()`];
  const tries =
    own === undefined
      ? [3, '3', anything].map((one) => (words.length === 0 ? [one] : Array(words.length).fill(one)))
      : [own];
  for (const given of tries) {
    try {
      const sentence = words(...given);
      if (typeof sentence === 'string' && !/undefined|NaN|\[object/u.test(sentence)) return sentence;
    } catch {
      // Of another kind: the next sample.
    }
  }
  return '';
}
