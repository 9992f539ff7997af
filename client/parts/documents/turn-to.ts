import type { Command } from '../../../shared/domain/command.ts';
import type { SlidesOnDesk } from '../../../shared/domain/onair/document-on-desk.ts';

/** null: there is no such page, or it is the one that is shown. */
export function turnTo({ documentId, page: expectedPage, pages }: SlidesOnDesk, page: number): Command | null {
  if (!Number.isInteger(page) || page < 1 || page > pages || page === expectedPage) return null;
  return { type: 'turnPage', documentId, page, expectedPage };
}
