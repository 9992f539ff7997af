import { expect, test } from 'vitest';
import { missingInPaper } from '../../client/screens/minutes/missing-in-paper.ts';
import type { PaperHead } from '../../shared/domain/records/minutes.ts';
import { CLOSED, NOW, person, stateAfter } from '../support/builders.ts';
import { paperHead } from '../support/records-builders.ts';

const at = NOW;
const byPost = person('Trưởng Ban Tổ chức', 'p-mai');
const byName = { ...byPost, fullName: 'Lê Thị Mai' };

const missing = (who: typeof byPost | typeof byName, head: Partial<PaperHead>) =>
  missingInPaper(
    stateAfter(
      CLOSED,
      { type: 'paperHeadWritten', at, head: paperHead(head) },
      {
        type: 'officialsNamed',
        at,
        officials: [{ person: who, offices: ['chair', 'recorder'], bridgeId: null, homeUnit: null }],
      },
    ),
  );

test('[MIN35] before signing it is said whose name is missing, and that the place is blank', () => {
  expect(missing(byPost, { place: null, withPlaceDate: true })).toEqual(['signerName', 'recorderName', 'place']);
  expect(missing(byName, { place: 'Hà Nội', withPlaceDate: true })).toEqual([]);
  // A paper that bears no place lacks none.
  expect(missing(byName, { place: null, withPlaceDate: false })).toEqual([]);
  expect(missingInPaper(stateAfter(CLOSED))).toEqual([]);
});
