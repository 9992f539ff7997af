import type { RejectionCode } from '../../shared/domain/rejection.ts';

type Params = Readonly<Record<string, string | number>>;
export type Sentence = string | ((params: Params) => string);

/** Answers of the pages beside the commands: signing in, media, addresses. */
type OtherCode =
  | 'signed-out'
  | 'link-invalid'
  | 'too-many-tries'
  | 'media-unavailable'
  | 'too-many-devices'
  | 'unknown-address'
  | 'foreign-origin'
  | 'too-many-imports'
  | 'import-not-ready'
  | 'too-long-for-xlsx'
  | 'badge-unknown'
  | 'internal';

interface Sentences {
  /** A code without a sentence does not compile. */
  readonly byCode: Readonly<Record<RejectionCode, Sentence>>;
  readonly others: Readonly<Record<OtherCode, Sentence>>;
  /** For a code that only a newer server knows. */
  readonly unknown: string;
}

/** The sentence of a refusal, with its numbers and names in it. */
export function sentencesByCode({ byCode, others, unknown }: Sentences) {
  const sentences = new Map<string, Sentence>([...Object.entries(byCode), ...Object.entries(others)]);
  return (code: string, params: Params = {}): string => {
    const sentence = sentences.get(code) ?? unknown;
    return typeof sentence === 'string' ? sentence : sentence(params);
  };
}
