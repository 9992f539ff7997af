import { describe, expect, test } from 'vitest';
import { type DocumentFile } from '../../shared/domain/documents/document.ts';
import type { ConferenceEvent, EventOf } from '../../shared/domain/event.ts';
import { documentIdSchema } from '../../shared/domain/ids.ts';
import { clipAt } from '../../shared/domain/onair/document-on-desk.ts';
import { programSource } from '../../shared/domain/onair/program.ts';
import {
  anGiang,
  armed,
  central,
  chauDoc,
  communes,
  from,
  HOLD,
  LIVE,
  lost,
  NOW,
  nowhere,
  quangBinh,
  SECOND,
  taken,
} from '../support/builders.ts';
import { given } from '../support/domain-spec.ts';

const at = NOW;
const documentId = documentIdSchema.parse('bao-cao');
const clipId = documentIdSchema.parse('phim');
const slides: DocumentFile = {
  kind: 'slides',
  documentId,
  name: 'Báo cáo',
  bridgeId: null,
  bytes: 9,
  hash: null,
  pages: 9,
  ratio: 1.5,
};
const clip: DocumentFile = {
  kind: 'clip',
  documentId: clipId,
  name: 'Phim',
  bridgeId: null,
  bytes: 9,
  hash: null,
  durationMs: 60_000,
  ratio: 1.78,
};
const added = (file: DocumentFile): EventOf<'documentAdded'> => ({ type: 'documentAdded', at, file });
const laid = (page = 1, presenter: typeof anGiang | null = null): EventOf<'documentLaid'> => ({
  type: 'documentLaid',
  at,
  document: { kind: 'slides', documentId, pages: 9, ratio: 1.5, page, presenter },
});
const clipLaid: EventOf<'documentLaid'> = {
  type: 'documentLaid',
  at,
  document: { kind: 'clip', documentId: clipId, durationMs: 60_000, ratio: 1.78, running: null, atMs: 0 },
};
const shown: ConferenceEvent = taken({ kind: 'document' });

describe('what lies on the desk', () => {
  test('[TEC40] is a file of the server’s, from its first page, or the screen of a hall', () => {
    const lay = { type: 'layDocument', document: { kind: 'file', documentId, presenter: anGiang } } as const;
    given(LIVE, added(slides)).when(lay).emits(laid(1, anGiang));
    given(LIVE).when(lay).refuses('document-unknown');
    given(LIVE, added(slides))
      .when({ type: 'layDocument', document: { kind: 'file', documentId, presenter: nowhere } })
      .refuses('bridge-unknown');
    const share = { kind: 'share', bridgeId: anGiang } as const;
    given(LIVE).when({ type: 'layDocument', document: share }).emits({ type: 'documentLaid', at, document: share });
    given(LIVE, communes)
      .when({ type: 'layDocument', document: { kind: 'share', bridgeId: chauDoc } })
      .refuses('no-media-there');
  });

  test('[TEC41] two hands turn one page, not two', () => {
    const turn = { type: 'turnPage', documentId, page: 2, expectedPage: 1 } as const;
    given(LIVE, added(slides), laid()).when(turn).emits({ type: 'pageTurned', at, page: 2 });
    given(LIVE, added(slides), laid(2)).when(turn).refuses('page-changed');
    given(LIVE, added(slides), laid())
      .when({ ...turn, page: 10 })
      .refuses('page-unknown', { pages: 9 });
    given(LIVE, added(slides)).when(turn).refuses('document-not-on-desk');
  });

  test('[TEC42] a clip runs by the server’s clock and stands where it was paused, at its end at the latest', () => {
    const played: ConferenceEvent = { type: 'clipPlayed', at, fromMs: 5_000 };
    const desk = given(LIVE, added(clip), clipLaid, played);
    const document = desk.state.onair.document;
    if (document?.kind !== 'clip') throw new Error('no clip on the desk');
    expect([0, 10, 90].map((seconds) => clipAt(document, NOW + seconds * SECOND))).toEqual([5_000, 15_000, 60_000]);
    desk
      .when({ type: 'pauseClip', documentId: clipId }, { at: NOW + 10 * SECOND })
      .emits({ type: 'clipPaused', at: NOW + 10 * SECOND, atMs: 15_000 });
    given(LIVE, added(clip), clipLaid).when({ type: 'pauseClip', documentId: clipId }).refuses('nothing-to-change');
    given(LIVE, added(slides), laid())
      .when({ type: 'playClip', documentId: clipId, fromMs: 0 })
      .refuses('document-not-on-desk');
  });

  test('[TEC43] what is shown alone cannot be taken from under the picture, nor thrown away', () => {
    given(LIVE, added(slides), laid(), shown).when({ type: 'clearDesk' }).refuses('document-on-air');
    given(LIVE, added(slides), laid()).when({ type: 'clearDesk' }).emits({ type: 'deskCleared', at });
    given(LIVE, added(slides), laid()).when({ type: 'removeDocument', documentId }).refuses('document-on-air');
    given(LIVE, added(slides))
      .when({ type: 'removeDocument', documentId })
      .emits({ type: 'documentRemoved', at, documentId, owner: null });
  });
});

describe('program is never black by accident', () => {
  test('[TEC44] an empty desk, a hall that is not there, a hall whose line went are not shown unasked', () => {
    const arm = (source: Parameters<typeof taken>[0]) => ({ type: 'armSource', source }) as const;
    const take = (source: Parameters<typeof taken>[0]) =>
      ({ type: 'takeSource', source, expectedProgram: from(central) }) as const;
    for (const wish of [arm, take]) {
      given(LIVE)
        .when(wish({ kind: 'document' }))
        .refuses('desk-empty');
      given(LIVE, added(slides), laid())
        .when(wish({ kind: 'document' }))
        .happens();
      given(LIVE)
        .when(wish(from(nowhere)))
        .refuses('source-unknown');
      const gone = given(LIVE, lost(anGiang));
      gone
        .when(wish(from(anGiang)))
        .refuses('unconfirmed', { consequence: 'bridge-lost', bridge: 'Điểm cầu tỉnh An Giang' });
      gone.when({ ...wish(from(anGiang)), accepting: ['bridge-lost'] }).happens();
    }
  });

  test('[TEC45] the frame is kept, unless the take brings its own', () => {
    const framed: ConferenceEvent = { type: 'programFramed', at, frame: 'withHall' };
    const take = { type: 'takeSource', source: from(quangBinh), expectedProgram: from(central) } as const;
    given(LIVE, framed)
      .when(take)
      .emits({ ...taken(from(quangBinh)), frame: 'withHall' });
    given(LIVE, framed)
      .when({ ...take, frame: 'alone' })
      .emits(taken(from(quangBinh)));
  });

  test('[TEC46] in a classified session nothing but the slide is shown, whatever was taken', () => {
    const classified: ConferenceEvent = { type: 'classifiedSessionBegan', at };
    const session = given(LIVE, taken(from(anGiang)), armed(from(quangBinh)), classified);
    expect(programSource(session.state)).toEqual(HOLD);
    session.when({ type: 'takeSource', source: from(quangBinh), expectedProgram: HOLD }).refuses('classified');
    const after = session.when({ type: 'endClassified' }).happens();
    expect(programSource(after)).toEqual(from(anGiang));
  });
});
