import { describe, expect, test } from 'vitest';
import type { Command } from '../../shared/domain/command.ts';
import type { Phase } from '../../shared/domain/conference/conference.ts';
import { conferenceDetailsSchema, uncreatedConference } from '../../shared/domain/conference/conference.ts';
import type { ConferenceEvent } from '../../shared/domain/event.ts';
import {
  ADJOURNED,
  ARCHIVED,
  adjourned,
  anGiang,
  CENTRAL_FACTS,
  CLOSED,
  created,
  DRAFT,
  details,
  itemAdded,
  itemId,
  itemStarted,
  LIVE,
  NOW,
  opened,
  PREPARING,
  speechId,
} from '../support/builders.ts';
import { given } from '../support/domain-spec.ts';
import { EXPECTED_PHASES } from '../support/expected-phases.ts';
import { sampleCommands } from '../support/sample-commands.ts';
import { called, paper } from '../support/speech-builders.ts';

const an = speechId('an');
const at = NOW;

describe('the life of a conference', () => {
  test('[CNF1] a new conference is a draft with what the invitation says', () => {
    const { conference } = given()
      .when({ type: 'createConference', details })
      .emits({ type: 'conferenceCreated', at, details });
    expect(conference).toEqual({ ...uncreatedConference, ...details, phase: 'draft' });
  });

  test('[CNF2] what the invitation says can be corrected, and the phase stays', () => {
    const corrected = { ...details, title: 'Hội nghị giao ban trực tuyến toàn quốc' };
    const { conference } = given(LIVE)
      .when({ type: 'correctConferenceDetails', details: corrected })
      .emits({ type: 'conferenceDetailsCorrected', at, details: corrected });
    expect(conference).toMatchObject({ title: corrected.title, phase: 'live', openedAt: NOW });
  });

  test('[CNF3] preparation starts from the draft', () => {
    const { conference } = given(DRAFT).when({ type: 'startPreparation' }).emits({ type: 'preparationStarted', at });
    expect(conference.phase).toBe('preparing');
  });

  test.each([
    ['a draft', DRAFT],
    ['a prepared one', PREPARING],
  ])('[CNF4] %s can be opened, and the instant is kept', (_, history) => {
    const { conference } = given(history)
      .when({ type: 'openConference' }, { at: NOW + 5 })
      .emits({ type: 'conferenceOpened', at: NOW + 5 });
    expect(conference).toMatchObject({ phase: 'live', openedAt: NOW + 5 });
  });

  test('[CNF5] without a central bridge there is nothing to open', () => {
    given(created).when({ type: 'openConference' }).refuses('central-bridge-missing');
  });

  test('[CNF6] a conference in a single hall opens too', () => {
    given(created, { type: 'bridgesAdded', at, bridges: [CENTRAL_FACTS] })
      .when({ type: 'openConference' })
      .emits(opened);
  });

  test('[CNF7] a live conference is adjourned, and an adjourned one resumed', () => {
    expect(
      given(LIVE).when({ type: 'adjournConference' }).emits({ type: 'conferenceAdjourned', at }).conference.phase,
    ).toBe('adjourned');
    const { conference } = given(ADJOURNED).when({ type: 'resumeConference' }).emits({ type: 'conferenceResumed', at });
    expect(conference.phase).toBe('live');
  });

  test.each([
    ['live', LIVE],
    ['adjourned', ADJOURNED],
  ])('[CNF8] a %s conference can be closed, and the instant is kept', (_, history) => {
    const { conference } = given(history)
      .when({ type: 'closeConference' }, { at: NOW + 9 })
      .emits({ type: 'conferenceClosed', at: NOW + 9 });
    expect(conference).toMatchObject({ phase: 'closed', closedAt: NOW + 9 });
  });

  test.each(['adjournConference', 'closeConference'] as const)(
    '[CNF9] a conference never stops in the middle of a speech: %s is refused',
    (type) => {
      given(LIVE, paper(an, anGiang), called(an)).when({ type }).refuses('floor-occupied');
    },
  );

  test('[CNF13] the item that is live ends with the conference, at the same instant', () => {
    const khaiMac = itemId('khai-mac');
    const { agenda } = given(LIVE, itemAdded(khaiMac), itemStarted(khaiMac))
      .when({ type: 'closeConference' }, { at: NOW + 9 })
      .emits({ type: 'agendaItemFinished', at: NOW + 9, itemId: khaiMac }, { type: 'conferenceClosed', at: NOW + 9 });
    expect(agenda.items[0]?.progress).toMatchObject({
      status: 'finished',
      run: { startedAt: NOW },
      finishedAt: NOW + 9,
    });
  });

  test('[CNF14] whoever waits for the item that is live lapses with it when the conference is closed', () => {
    const thaoLuan = itemId('thao-luan');
    const waiting = [itemAdded(thaoLuan), itemStarted(thaoLuan), paper(an, anGiang, { itemId: thaoLuan })];
    given(LIVE, waiting, paper(speechId('chung'), anGiang))
      .when({ type: 'closeConference' })
      .emits(
        { type: 'speechLapsed', at, speechId: an, cause: 'itemEnded' },
        { type: 'agendaItemFinished', at, itemId: thaoLuan },
        { type: 'conferenceClosed', at },
      );
  });

  test('[CNF15] while the conference is adjourned the clock of its item stands still', () => {
    const khaiMac = itemId('khai-mac');
    const before = [...LIVE, itemAdded(khaiMac), itemStarted(khaiMac)];
    const adjourn = given(before).when({ type: 'adjournConference' }, { at: NOW + 5 });
    adjourn.emits(
      { type: 'conferenceAdjourned', at: NOW + 5 },
      { type: 'agendaItemPaused', at: NOW + 5, itemId: khaiMac },
    );
    const { agenda } = given(before, adjourned, { type: 'agendaItemPaused', at, itemId: khaiMac })
      .when({ type: 'resumeConference' }, { at: NOW + 9 })
      .emits({ type: 'conferenceResumed', at: NOW + 9 }, { type: 'agendaItemContinued', at: NOW + 9, itemId: khaiMac });
    expect(agenda.items[0]?.progress).toMatchObject({ run: { held: null, pauses: [{ from: NOW, to: NOW + 9 }] } });
  });

  test('[CNF10] a closed conference is archived, and then nothing more happens to it', () => {
    const { conference } = given(CLOSED).when({ type: 'archiveConference' }).emits({ type: 'conferenceArchived', at });
    expect(conference.phase).toBe('archived');
  });

  test('[CNF11] a date that is none is not a conference’s date', () => {
    expect(conferenceDetailsSchema.safeParse(details).success).toBe(true);
    expect(conferenceDetailsSchema.safeParse({ ...details, date: '2021-02-30' }).success).toBe(false);
  });
});

const HISTORIES: Readonly<Record<Phase, readonly ConferenceEvent[]>> = {
  uncreated: [],
  draft: DRAFT,
  preparing: PREPARING,
  live: LIVE,
  adjourned: ADJOURNED,
  closed: CLOSED,
  archived: ARCHIVED,
};

describe('the phases of a command', () => {
  test.each(sampleCommands(anGiang, an).map((command) => [command.type, command] as const))(
    '[CNF12] %s is refused outside its phases, and the refusal names the phase',
    (type, command) => {
      const allowed = EXPECTED_PHASES[type].split(' ');
      for (const phase of Object.keys(HISTORIES) as Phase[]) {
        const refused = refusalOf(HISTORIES[phase], command);
        const expected = allowed.includes(phase) ? 'not refused for its phase' : `wrong-phase in ${phase}`;
        expect(refused, `${type} in ${phase}`).toBe(expected);
      }
    },
  );
});

function refusalOf(history: readonly ConferenceEvent[], command: Command): string {
  const { decided } = given(history).when(command);
  if (decided.ok || decided.error.code !== 'wrong-phase') return 'not refused for its phase';
  return `wrong-phase in ${decided.error.params['phase'] ?? '?'}`;
}
