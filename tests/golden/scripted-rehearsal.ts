import { SYSTEM } from '../../shared/domain/actor.ts';
import { DEFAULT_RULES } from '../../shared/domain/floor/rules.ts';
import { cueIdSchema } from '../../shared/domain/ids.ts';
import {
  AN_GIANG_FACTS,
  anGiang,
  CENTRAL_FACTS,
  conferenceId,
  details,
  item,
  itemId,
  MINUTE,
  moderator,
  person,
  speechId,
} from '../support/builders.ts';
import { speech } from '../support/speech-builders.ts';
import { Script } from './script.ts';

const cue = { who: 'Người dẫn chương trình', does: 'Mời phát biểu', says: null, source: { kind: 'floor' } } as const;

/** A rehearsal, on a journal of its own: what was prepared is copied into it, and it is held. */
export function scriptedRehearsal(): Script {
  const script = new Script();
  const report = itemId('bao-cao');
  const paper = speechId('tham-luan');
  script.give(SYSTEM, {
    type: 'createRehearsal',
    rehearsalOf: { conference: conferenceId('hoi-nghi'), clockOffsetMs: 17 * 60 * MINUTE },
    details,
    bridges: [CENTRAL_FACTS, AN_GIANG_FACTS],
    items: [
      {
        item: item(report, {}, person('Phó Trưởng Ban', 'p-bao-cao')),
        cues: [{ ...cue, cueId: cueIdSchema.parse('mo-dau') }],
      },
    ],
    speeches: [speech(paper, anGiang)],
    rules: DEFAULT_RULES,
  });
  script.give(SYSTEM, { type: 'reportBridgeLink', bridgeId: anGiang, link: 'online', since: script.now });
  script.give(moderator, { type: 'openConference' });
  script.give(moderator, { type: 'startAgendaItem', itemId: report, expectedLive: null, accepting: [] });
  script.give(moderator, { type: 'callSpeaker', speechId: paper, expectedOnFloor: null, accepting: [] });
  script.give(SYSTEM, { type: 'beginSpeech', speechId: paper }, 4);
  script.give(moderator, { type: 'reportDefect', sentence: 'Máy quay đặt quá cao', bridgeId: anGiang });
  script.give(moderator, { type: 'endSpeech', speechId: paper });
  script.give(moderator, { type: 'closeConference' });
  return script;
}
