import type { SpeechId } from '../ids.ts';
import { type Floor, queuedSpeeches, type Speech, type SpeechFacts } from './floor.ts';
import { type FloorRules, speechKinds } from './rules.ts';

type Ranked = Pick<SpeechFacts, 'kind' | 'category' | 'itemId'>;

/** The smaller, the earlier: the kind first, within it the category. */
function rankOf({ categories }: FloorRules, { kind, category }: Ranked): number {
  const place = category === null ? -1 : categories.indexOf(category);
  return speechKinds.indexOf(kind) * (categories.length + 1) + (place === -1 ? categories.length : place);
}

/** Entries of two items are never called in the same line; one of the conference as a whole stands in every line. */
const mayMeet = (a: Ranked, b: Ranked): boolean => a.itemId === b.itemId || a.itemId === null || b.itemId === null;

/**
 * Before whom a new entry lands; null: at the end. First come, first served within a rank, behind the unbroken leading
 * block of its rank only: what a person moved by hand neither breaks that block nor draws newcomers after it.
 */
export function landing(floor: Floor, entry: Ranked): SpeechId | null {
  const rank = rankOf(floor.rules, entry);
  const line = queuedSpeeches(floor).filter((speech) => mayMeet(speech, entry));
  const outranked = (speech: Speech): boolean => rankOf(floor.rules, speech) > rank;
  const broken = line.findIndex((speech) => outranked(speech) && speech.movedBy === null);
  const block = broken === -1 ? line : line.slice(0, broken);
  const last = block.findLastIndex((speech) => !outranked(speech));
  return line[last + 1]?.speechId ?? null;
}
