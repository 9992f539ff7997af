import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { RecordingPlayer } from '../../client/parts/recording/recording-player.tsx';
import { ConferenceContext } from '../../client/sync/conference-context.ts';
import type { ConferenceSync } from '../../client/sync/conference-sync.ts';
import { text } from '../../client/text/text.ts';
import { recordingSummarySchema } from '../../shared/protocol/technical.ts';
import { conferenceId, MINUTE, NOW } from '../support/builders.ts';

const recording = recordingSummarySchema.parse({
  recordingId: 'r-1',
  startedAt: NOW,
  endedAt: null,
  deletedAt: null,
  parts: [
    { part: 1, startedAt: NOW, endedAt: NOW + 12 * MINUTE, bytes: 1, kind: 'video/webm' },
    { part: 2, startedAt: NOW + 13 * MINUTE, endedAt: NOW + 15 * MINUTE, bytes: 1, kind: 'video/webm' },
  ],
  chapters: [],
});

const drawn = (part: number): string => {
  const sync = { conference: conferenceId } as unknown as ConferenceSync;
  const player = createElement(RecordingPlayer, { recording, part });
  return renderToStaticMarkup(createElement(ConferenceContext, { value: sync }, player));
};

test('[REC28] the player says how long each part is, by the times of its pieces, and offers every moment of it', () => {
  expect(drawn(1)).toContain(`max="${12 * MINUTE}"`);
  expect(drawn(1)).toContain(text.recording.list.at('00:00', '12:00'));
  expect(drawn(2)).toContain(`max="${2 * MINUTE}"`);
});
