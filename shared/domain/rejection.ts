/** The closed list of reasons for which a command is refused. The client words them; the state stays as it was. */
export const REJECTION_CODES = [
  'malformed',
  'too-large',
  'too-many-commands',
  'not-permitted',
  'conference-unknown',
  'conference-exists',
  'wrong-phase',
  'bridge-unknown',
  'bridge-in-use',
  'central-bridge-exists',
  'central-bridge-missing',
  'too-many-bridges',
  'link-as-before',
  'delegate-unknown',
  'mark-as-before',
  'category-twice',
  'item-unknown',
  'item-not-waiting',
  'item-not-live',
  'item-live',
  'agenda-changed',
  'too-many-items',
  'speech-unknown',
  'speech-not-waiting',
  'speech-not-on-floor',
  'speech-not-called',
  'already-waiting',
  'queue-full',
  'queue-changed',
  'floor-changed',
  'floor-occupied',
  'source-unknown',
  'program-changed',
  'nothing-to-change',
  'journal-unavailable',
  'protocol-outdated',
] as const;

export type RejectionCode = (typeof REJECTION_CODES)[number];

export interface Rejection {
  readonly code: RejectionCode;
  /** What the sentence needs: names and numbers, never secrets. */
  readonly params: Readonly<Record<string, string | number>>;
}
