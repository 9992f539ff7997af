import { expect, test } from 'vitest';
import type { Command } from '../../shared/domain/command.ts';
import { MAX_REHEARSALS } from '../../shared/domain/conference/conference.ts';
import type { ConferenceEvent } from '../../shared/domain/event.ts';
import { MAX_RECENT_OF_BRIDGE, RECENT_MS } from '../../shared/domain/floor/floor.ts';
import { type BridgeId, defectIdSchema } from '../../shared/domain/ids.ts';
import { MAX_DEFECTS_OF_BRIDGE } from '../../shared/domain/records/records.ts';
import { anGiang, conferenceId, LIVE, moderator, NOW, operatorOf, quangBinh, speechId } from '../support/builders.ts';
import { given } from '../support/domain-spec.ts';
import { withdrawn } from '../support/floor-builders.ts';
import { requested } from '../support/speech-builders.ts';

const wish = (bridgeId: BridgeId) => ({
  bridgeId,
  kind: 'opinion' as const,
  subject: 'Ý kiến',
  speaker: { fullName: null, positions: ['Bí thư'] },
  itemId: null,
  category: null,
});
const ask = (bridgeId = anGiang): Command => ({ type: 'requestSpeech', ...wish(bridgeId) });

const askedAndWithdrawn = (times: number): readonly ConferenceEvent[] =>
  Array.from({ length: times }, (_, i) => speechId(`xin-${i}`)).flatMap((id) => [
    requested(id, anGiang),
    withdrawn(id),
  ]);

test('a hall that asks and withdraws without end is told to wait: every entry stays on record', () => {
  const often = [...LIVE, ...askedAndWithdrawn(MAX_RECENT_OF_BRIDGE)];
  given(often).when(ask()).refuses('too-many-commands');
  given(often).when(ask(quangBinh)).happens();
  given(often)
    .when(ask(), { at: NOW + RECENT_MS })
    .happens();
  given(LIVE, askedAndWithdrawn(MAX_RECENT_OF_BRIDGE - 1))
    .when(ask())
    .happens();
});

test('whoever enters others for the moderator is not held up by what their hall did', () => {
  const enter: Command = { type: 'registerSpeech', ...wish(anGiang), allottedMs: null, override: null };
  given(LIVE, askedAndWithdrawn(MAX_RECENT_OF_BRIDGE)).when(enter).happens();
});

const found = (count: number): readonly ConferenceEvent[] =>
  Array.from({ length: count }, (_, i) => ({
    type: 'defectFound',
    at: NOW,
    defect: { defectId: defectIdSchema.parse(`loi-${i}`), sentence: 'Micro rè', bridgeId: anGiang },
  }));

test('one hall does not fill the list of defects for all others', () => {
  const report = (bridgeId: BridgeId): Command => ({ type: 'reportDefect', sentence: 'Mất hình', bridgeId });
  const full = given(LIVE, found(MAX_DEFECTS_OF_BRIDGE));
  full.when(report(anGiang), { by: operatorOf(anGiang) }).refuses('too-many-items', { max: MAX_DEFECTS_OF_BRIDGE });
  full.when(report(quangBinh), { by: operatorOf(quangBinh) }).happens();
  full.when(report(anGiang), { by: moderator }).happens();
  given(LIVE, found(MAX_DEFECTS_OF_BRIDGE - 1))
    .when(report(anGiang), { by: operatorOf(anGiang) })
    .happens();
});

const rehearsed = (times: number): readonly ConferenceEvent[] =>
  Array.from({ length: times }, (_, i) => conferenceId(`duyet-${i}`)).flatMap((rehearsal) => [
    { type: 'rehearsalStarted', at: NOW, rehearsal } as const,
    { type: 'rehearsalEnded', at: NOW, rehearsal } as const,
  ]);

test('a conference is not rehearsed without end: each time is a journal that is kept for good', () => {
  const start: Command = { type: 'recordRehearsal', rehearsal: conferenceId('nua'), phase: 'started' };
  given(LIVE, rehearsed(MAX_REHEARSALS)).when(start).refuses('too-many-items', { max: MAX_REHEARSALS });
  expect(
    given(LIVE, rehearsed(MAX_REHEARSALS - 1))
      .when(start)
      .happens().conference.rehearsals,
  ).toHaveLength(50);
});
