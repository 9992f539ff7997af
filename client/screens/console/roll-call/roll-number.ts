import type { BridgeId } from '../../../../shared/domain/ids.ts';

/** What is typed stays with the bridge for which it was typed, whoever is called meanwhile. */
export interface TypedNumber {
  readonly bridgeId: BridgeId;
  readonly typed: string;
}

/** Whose number the field takes: the bridge of what stands in it, else the one that is called. */
export const subjectOf = (draft: TypedNumber | null, called: BridgeId | null): BridgeId | null =>
  draft === null || draft.typed.trim() === '' ? called : draft.bridgeId;

/** A whole number of people, with or without the dots of thousands; null: none is meant; undefined: it is no number. */
export function readNumber(typed: string): number | null | undefined {
  const plain = typed.trim();
  if (plain === '') return null;
  const figures = /^\d{1,3}(?:[.\s]\d{3})*$/u.test(plain) ? plain.replaceAll(/[.\s]/gu, '') : plain;
  return /^\d{1,6}$/u.test(figures) && Number(figures) <= MOST ? Number(figures) : undefined;
}

/** As the command takes it. */
const MOST = 100_000;
