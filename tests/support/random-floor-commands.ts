import { valuesOf } from '../../shared/base/persistent-map.ts';
import { liveItem } from '../../shared/domain/agenda/agenda.ts';
import type { CommandOf } from '../../shared/domain/command.ts';
import { consequenceSchema } from '../../shared/domain/consequence.ts';
import { queuedSpeeches, type Speech, speechesOnFloor, speechOnFloor } from '../../shared/domain/floor/floor.ts';
import { DEFAULT_RULES, floorModeSchema, MAX_ON_FLOOR, speechKinds } from '../../shared/domain/floor/rules.ts';
import type { SpeechId } from '../../shared/domain/ids.ts';
import type { PersonInput } from '../../shared/domain/person.ts';
import { MINUTE, NOW } from './builders.ts';
import { type Choice, pickFrom } from './random-choice.ts';

const CATEGORIES = ['Khẩn', 'Thường'];

/** Mostly everything that is asked is accepted; sometimes nothing. */
export const acceptingMostly = (pick: number): CommandOf<'callSpeaker'>['accepting'] =>
  pick % 4 === 0 ? [] : consequenceSchema.options;

const inStage = ({ state }: Choice, ...wanted: readonly Speech['stage']['status'][]): readonly SpeechId[] =>
  [...valuesOf(state.floor.speeches)].filter(({ stage }) => wanted.includes(stage.status)).map((one) => one.speechId);

/** What was declined or cleared, the latest last. */
function lastCleared({ state }: Choice): readonly SpeechId[] {
  const at = ({ stage }: Speech) => (stage.status === 'declined' || stage.status === 'lapsed' ? stage.at : 0);
  const all = [...valuesOf(state.floor.speeches)].filter((one) => at(one) > 0).toSorted((a, b) => at(a) - at(b));
  const latest = all.at(-1);
  return all.filter((one) => latest !== undefined && at(one) === at(latest)).map(({ speechId }) => speechId);
}

/** A list: mostly that of the whole conference, else of the live item or of any. */
const listIn = ({ state, item }: Choice, pick: number) =>
  pick % 3 === 0 ? ((pick % 2 === 0 ? liveItem(state.agenda)?.itemId : item(pick)) ?? null) : null;

function ofEntries(choice: Choice) {
  const {
    picks: [a, b, c],
    bridge,
    speech,
  } = choice;
  const speaker: PersonInput = { fullName: null, positions: [`Bí thư ${c % 7}`] };
  const kind = speechKinds[(b + c) % speechKinds.length] ?? 'opinion';
  const category = kind === 'procedural' && c % 2 === 0 ? (CATEGORIES[c % 3] ?? 'Lạ') : null;
  const wish = { bridgeId: bridge(a), kind, subject: `Chủ đề ${b % 20}`, speaker, itemId: listIn(choice, c), category };
  const registered = inStage(choice, 'registered');
  const cleared = lastCleared(choice);
  const waiting = inStage(choice, 'registered', 'accepted', 'queued', 'standby');
  return {
    registerSpeech: () =>
      ({
        type: 'registerSpeech',
        ...wish,
        allottedMs: b % 3 === 0 ? null : b * 100,
        override: a % 5 === 0 ? { reason: `bí mật ${b}` } : null,
      }) as const,
    requestSpeech: () => ({ type: 'requestSpeech', ...wish }) as const,
    withdrawSpeech: () =>
      ({ type: 'withdrawSpeech', speechId: a % 2 === 0 ? speech(a) : (waiting[0] ?? speech(a)) }) as const,
    acceptSpeech: () =>
      ({
        type: 'acceptSpeech',
        speechId: pickFrom(registered, a, speech(a)),
        allottedMs: c % 3 === 0 ? null : b * 100,
        queue: b % 4 !== 0,
      }) as const,
    queueSpeech: () =>
      ({ type: 'queueSpeech', speechId: pickFrom(inStage(choice, 'accepted'), a, speech(a)) }) as const,
    declineSpeech: () => ({ type: 'declineSpeech', speechId: pickFrom(waiting, a, speech(a)) }) as const,
    handInWriting: (): CommandOf<'handInWriting'> => ({
      type: 'handInWriting',
      speechIds: [pickFrom(waiting, a, speech(a)), ...waiting.slice(0, b % 2)],
    }),
    clearRequests: () => ({ type: 'clearRequests', itemId: listIn(choice, c) }) as const,
    reinstateSpeeches: (): CommandOf<'reinstateSpeeches'> => ({
      type: 'reinstateSpeeches',
      speechIds: b % 3 === 0 && cleared.length > 0 ? [...cleared] : [cleared.at(-1) ?? speech(a)],
    }),
    callBackSpeaker: () =>
      ({
        type: 'callBackSpeaker',
        speechId: pickFrom(inStage(choice, 'spoken'), a, speech(a)),
        allottedMs: c % 2 === 0 ? null : MINUTE,
      }) as const,
  };
}

function ofOrder({ state, picks: [a, b, c], speech }: Choice) {
  const { queue } = state.floor;
  const waiting = pickFrom(queue, a, speech(b));
  const understudy: PersonInput = { fullName: null, positions: [`Phó Bí thư ${c % 7}`] };
  const named = [...valuesOf(state.floor.speeches)].find((one) => one.understudy !== null);
  return {
    moveSpeech: () =>
      ({
        type: 'moveSpeech',
        speechId: waiting,
        beforeSpeechId: c % 3 === 0 ? null : pickFrom(queue, c, speech(c)),
      }) as const,
    swapSpeeches: () =>
      ({ type: 'swapSpeeches', speechId: waiting, withSpeechId: pickFrom(queue, c, speech(c)) }) as const,
    nameUnderstudy: () =>
      ({ type: 'nameUnderstudy', speechId: waiting, understudy: c % 5 === 0 ? null : understudy }) as const,
    seatUnderstudy: () =>
      ({ type: 'seatUnderstudy', speechId: c % 3 === 0 ? waiting : (named?.speechId ?? waiting) }) as const,
    allotTime: (): CommandOf<'allotTime'> => ({
      type: 'allotTime',
      speechIds: [waiting, pickFrom(queue, b, waiting)],
      allottedMs: (b % 9) * MINUTE,
    }),
  };
}

function ofStage(choice: Choice) {
  const {
    state: { floor },
    picks: [a, b, c],
    speech,
  } = choice;
  const question = queuedSpeeches(floor).find(({ kind }) => kind === 'question')?.speechId;
  const shown = speechOnFloor(floor)?.speechId ?? null;
  const all = speechesOnFloor(floor).map(({ speechId }) => speechId);
  const current = b % 7 === 0 ? speech(a) : (all[a % Math.max(1, all.length)] ?? speech(a));
  const oneThatIs = (status: Speech['stage']['status']) =>
    b % 7 === 0 ? current : (inStage(choice, status)[0] ?? current);
  return {
    callSpeaker: () =>
      ({
        type: 'callSpeaker',
        speechId: (c % 3 === 0 ? question : undefined) ?? pickFrom(floor.queue, a, speech(b)),
        expectedOnFloor: c % 7 === 0 ? null : shown,
        accepting: acceptingMostly(b),
      }) as const,
    beginSpeech: () => ({ type: 'beginSpeech', speechId: oneThatIs('called') }) as const,
    pauseSpeech: () => ({ type: 'pauseSpeech', speechId: oneThatIs('speaking') }) as const,
    continueSpeech: () => ({ type: 'continueSpeech', speechId: oneThatIs('paused') }) as const,
    extendSpeech: () => ({ type: 'extendSpeech', speechId: current, byMs: c * 100 }) as const,
    remindOfTime: () => ({ type: 'remindOfTime', speechId: current }) as const,
    endSpeech: () => ({ type: 'endSpeech', speechId: current }) as const,
    handBackFloor: () => ({ type: 'handBackFloor', speechId: shown ?? current }) as const,
    releaseLostFloor: () => ({ type: 'releaseLostFloor', speechId: oneThatIs('paused') }) as const,
  };
}

function ofRules(choice: Choice) {
  const {
    picks: [a, b, c],
    bridge,
  } = choice;
  const mode = b % 2 === 0 ? 'request' : (floorModeSchema.options[a % floorModeSchema.options.length] ?? 'request');
  return {
    openSpeakersList: () =>
      ({
        type: 'openSpeakersList',
        itemId: listIn(choice, c),
        closesAt: b % 2 === 0 ? null : NOW + (b % 4_000) * 1_000,
      }) as const,
    closeSpeakersList: () => ({ type: 'closeSpeakersList', itemId: listIn(choice, c) }) as const,
    timeSpeakersList: () =>
      ({ type: 'timeSpeakersList', itemId: listIn(choice, c), times: b % 2 === 0 ? {} : { opinion: b * 10 } }) as const,
    adoptFloorRules: (): CommandOf<'adoptFloorRules'> => ({
      type: 'adoptFloorRules',
      rules: {
        ...DEFAULT_RULES,
        mode,
        seats: 1 + (c % MAX_ON_FLOOR),
        presentOnly: a % 4 === 0,
        categories: CATEGORIES.slice(0, a % 3),
        budget: c % 2 === 0 ? null : { holder: 'bridge', grantedMs: 10 * MINUTE },
      },
    }),
    correctLedger: () =>
      ({ type: 'correctLedger', bridgeId: bridge(a), byMs: (b % 600) * 100 + 1, reason: `bí mật ${c}` }) as const,
    openChairMicrophone: () => ({ type: 'openChairMicrophone' }) as const,
    closeChairMicrophone: () => ({ type: 'closeChairMicrophone' }) as const,
  };
}

export const floorSlices = [ofEntries, ofOrder, ofStage, ofRules] as const;
