import type { DelegateInput } from '../../shared/domain/attendance/delegate.ts';
import { listedText } from '../store/delegate-columns.ts';
import { matchOf } from '../store/delegate-identity.ts';
import { delegateIds } from '../store/delegate-ids.ts';
import { indexWords } from '../store/search-words.ts';
import type { StagedRow } from '../store/staged-row.ts';
import type { DelegateRead } from './delegate-rows.ts';
import { remembering } from './read-cell.ts';

/**
 * What `stageRow` makes, for millions of rows: texts that come again are taken apart once. `personId` is that of whoever
 * is carried over from another list; null: the row is the first that is known of the person.
 */
export function rowStager(): (read: DelegateRead, personId?: string | null) => StagedRow {
  const wordsOfText = remembering((text: string) => indexWords([text]).split(' '));
  const newId = delegateIds(Date.now());

  function wordsOf({ fullName, positions, homeUnit, delegation, number }: DelegateInput): string {
    const words = new Set(wordsOfText(fullName ?? ''));
    for (const position of positions) for (const word of wordsOfText(position)) words.add(word);
    for (const word of wordsOfText(homeUnit)) words.add(word);
    if (delegation !== homeUnit) for (const word of wordsOfText(delegation)) words.add(word);
    if (number !== null) for (const word of wordsOfNumber(number)) words.add(word);
    words.delete('');
    return [...words].join(' ');
  }

  return ({ row, bridgeId, delegate }, personId = null) => ({
    row,
    delegateId: newId(),
    bridgeId,
    category: delegate.category,
    delegation: delegate.delegation,
    number: delegate.number,
    match: matchOf(delegate),
    listed: listedText(delegate, personId),
    words: wordsOf(delegate),
  });
}

/** Numbers do not come again: they are not remembered. */
const wordsOfNumber = (number: string): readonly string[] =>
  /^[0-9A-Za-z]+$/.test(number) ? [number.toLowerCase()] : indexWords([number]).split(' ');
