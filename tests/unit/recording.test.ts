import { describe, expect, test } from 'vitest';
import type { ConferenceEvent, EventOf } from '../../shared/domain/event.ts';
import { callIdSchema, recordingIdSchema } from '../../shared/domain/ids.ts';
import { openMicrophones } from '../../shared/domain/onair/microphones.ts';
import { deletedByRuleAt } from '../../shared/domain/recording/recording.ts';
import { hasMedia, publishingOf } from '../../shared/views/media-plan.ts';
import { anGiang, central, chair, LIVE, NOW, secretariat } from '../support/builders.ts';
import { given } from '../support/domain-spec.ts';

const at = NOW;
const recordingId = recordingIdSchema.parse('ban-ghi');
const allowed: EventOf<'recordingDecided'> = {
  type: 'recordingDecided',
  at,
  decision: { allowed: true, by: 'chair', at },
};
const running: ConferenceEvent = { type: 'recordingStarted', at, recordingId };
const ended = (cause: 'stopped' | 'withdrawn' | 'classified' | 'closed') =>
  ({ type: 'recordingEnded', at, recordingId, cause }) as const;

describe('recording', () => {
  test('[TEC60] begins only after the chair’s recorded decision, which names whose hand it came from', () => {
    given(LIVE).when({ type: 'startRecording' }).refuses('recording-not-decided');
    given(LIVE).when({ type: 'decideRecording', allowed: true }, { by: chair }).emits(allowed);
    given(LIVE)
      .when({ type: 'decideRecording', allowed: true }, { by: secretariat })
      .emits({ ...allowed, decision: { ...allowed.decision, by: 'secretariat' } });
    given(LIVE, allowed)
      .when({ type: 'startRecording' })
      .emits({ type: 'recordingStarted', at, recordingId: recordingIdSchema.parse('new-1') });
    given(LIVE, allowed, running).when({ type: 'startRecording' }).refuses('recording-running');
  });

  test('[TEC61] ends with the decision that is taken back, with the classified session, with the conference', () => {
    const no: ConferenceEvent = { type: 'recordingDecided', at, decision: { allowed: false, by: 'chair', at } };
    given(LIVE, allowed, running)
      .when({ type: 'decideRecording', allowed: false }, { by: chair })
      .emits(no, ended('withdrawn'));
    given(LIVE, allowed, running)
      .when({ type: 'beginClassified' })
      .emits({ type: 'classifiedSessionBegan', at }, ended('classified'));
    given(LIVE, allowed, running)
      .when({ type: 'closeConference' })
      .emits(ended('closed'), { type: 'conferenceClosed', at });
    given(LIVE, allowed, running, ended('stopped')).when({ type: 'stopRecording' }).refuses('nothing-to-change');
  });

  test('[TEC62] is erased once it has ended, by hand or by the rule, and stays on the record', () => {
    const erase = { type: 'eraseRecording', recordingId } as const;
    given(LIVE, allowed, running).when(erase).refuses('recording-running');
    const kept: ConferenceEvent = { type: 'recordingsKept', at, days: 2 };
    const over = given(LIVE, allowed, running, ended('stopped'), kept);
    const [one] = over.state.recordings.list;
    if (one === undefined) throw new Error('nothing was recorded');
    expect(deletedByRuleAt(over.state.recordings, one)).toBe(NOW + 2 * 86_400_000);
    const after = over.when(erase).emits({ type: 'recordingErased', at, recordingId });
    expect(after.recordings.list).toMatchObject([{ recordingId, endedAt: at, deletedAt: at }]);
    given(LIVE, allowed, running, ended('stopped'), { type: 'recordingErased', at, recordingId })
      .when(erase)
      .refuses('recording-unknown');
  });
});

describe('a classified session', () => {
  const classified: ConferenceEvent = { type: 'classifiedSessionBegan', at };

  test('[TEC63] has no media at all, and its microphones are closed', () => {
    const open = given(LIVE);
    const secret = given(LIVE, classified);
    const hall = { bridgeId: anGiang, device: 'hall-1', isVoice: true };
    expect([hasMedia(open.state), hasMedia(secret.state)]).toEqual([true, false]);
    expect([openMicrophones(open.state), openMicrophones(secret.state)]).toEqual([[central], []]);
    expect(publishingOf(secret.state, hall)).toEqual({
      camera: false,
      microphone: false,
      screen: false,
      receives: false,
    });
    expect(publishingOf(open.state, hall).camera).toBe(true);
  });

  test('[TEC64] cuts calls and line checks off, and takes in nothing but the agenda’s clock', () => {
    const callId = callIdSchema.parse('goi');
    const rung: ConferenceEvent = { type: 'bridgeRung', at, bridgeId: anGiang, callId };
    const checking: ConferenceEvent = { type: 'lineCheckStarted', at, bridgeId: anGiang };
    given(LIVE, rung, checking)
      .when({ type: 'beginClassified' })
      .emits(
        classified,
        { type: 'callEnded', at, bridgeId: anGiang, callId, ending: 'cutOff' },
        { type: 'lineCheckAbandoned', at, bridgeId: anGiang },
      );
    const secret = given(LIVE, classified);
    secret.when({ type: 'messageBridges', to: { kind: 'all' }, text: 'Nội dung', answers: [] }).refuses('classified');
    secret.when({ type: 'ringBridge', bridgeId: anGiang }).refuses('classified');
    secret.when({ type: 'decideRecording', allowed: true }).refuses('classified');
    secret.when({ type: 'adjournConference' }).happens();
  });
});
