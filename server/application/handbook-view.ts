import { isTimed, liveItem } from '../../shared/domain/agenda/agenda.ts';
import { PUBLIC, redactState } from '../../shared/domain/audience.ts';
import { type Ballot, baseOf, hasPassed } from '../../shared/domain/ballots/ballot.ts';
import { bridgeOf } from '../../shared/domain/bridges/bridge.ts';
import type { Conference } from '../../shared/domain/conference/conference.ts';
import type { ReleasedDocument } from '../../shared/domain/documents/document.ts';
import { type Speech, speechOnFloor } from '../../shared/domain/floor/floor.ts';
import type { ConferenceState } from '../../shared/domain/state.ts';
import type {
  HandbookBallot,
  HandbookDocument,
  HandbookFloor,
  HandbookNotice,
  HandbookRow,
  HandbookSpan,
  HandbookSpeaker,
  HandbookView,
} from '../../shared/protocol/handbook.ts';
import { agendaTimes, type ItemTimes, offset } from '../../shared/views/agenda-clock.ts';
import { speakingNeeds, turns } from '../../shared/views/queue.ts';

const MINUTE_MS = 60_000;
/** So long after its end a conference stays on the phones of those who were there. */
export const KEPT_AFTER_MS = 24 * 60 * MINUTE_MS;

/** What every delegate may read, made of what the public may know and of nothing else; null: there is no conference yet. */
export function handbookView(state: ConferenceState, now: number): HandbookView | null {
  const seen = redactState(PUBLIC, state);
  const { phase, classifiedSince } = seen.conference;
  if (phase === 'uncreated') return null;
  const outline = outlineOf(seen.conference, phase);
  if (classifiedSince !== null)
    return { ...outline, classified: { since: classifiedSince, until: liveEnd(seen, now) } };
  const times = agendaTimes(seen.agenda, now, speakingNeeds(seen, now));
  return {
    ...outline,
    ...stageOf(seen, times, now),
    notices: noticesOf(seen, times),
    programme: programmeOf(seen, times),
    documents: seen.documents.released.map(({ file, about }) => documentOf({ file, about })),
    ballots: seen.ballots.list.map(ballotOf).toReversed(),
  };
}

function outlineOf(conference: Conference, phase: HandbookView['phase']): HandbookView {
  const { title, organiser, date, closedAt, rehearsalOf } = conference;
  // The phone reads its own clock: a rehearsal's is put off.
  const forgetAt = closedAt === null ? null : closedAt - (rehearsalOf?.clockOffsetMs ?? 0) + KEPT_AFTER_MS;
  return {
    title,
    organiser,
    date,
    phase,
    forgetAt,
    classified: null,
    live: null,
    upcoming: null,
    floor: null,
    next: null,
    notices: [],
    programme: [],
    documents: [],
    ballots: [],
  };
}

/** In a classified session the clock of the programme goes on, and names nothing. */
function liveEnd(state: ConferenceState, now: number): number | null {
  const times = agendaTimes(state.agenda, now, speakingNeeds(state, now));
  const live = times.find(({ item }) => item.progress.status === 'live');
  return live === undefined ? null : wholeMinute(live.expected.end);
}

/**
 * What is only likely is told by the minute: a figure that crept on with the clock would be news at every question. As all
 * times are written: the minute that has begun.
 */
const wholeMinute = (at: number): number => Math.floor(at / MINUTE_MS) * MINUTE_MS;

const isOver = ({ conference: { phase } }: ConferenceState): boolean => phase === 'closed' || phase === 'archived';

function stageOf(state: ConferenceState, times: readonly ItemTimes[], now: number) {
  const live = liveItem(state.agenda);
  const run = live?.progress.status === 'live' ? live.progress.run : null;
  const waiting = isOver(state) ? undefined : times.find(({ item }) => item.progress.status === 'waiting');
  const speech = speechOnFloor(state.floor);
  const turn = isOver(state) ? undefined : turns(state, now)[0];
  return {
    live:
      live === undefined || run === null
        ? null
        : { title: live.plan.title, since: run.startedAt, lateMinutes: lateMinutes(state, now) },
    upcoming:
      waiting === undefined ? null : { title: waiting.item.plan.title, at: wholeMinute(waiting.expected.start) },
    floor: speech === undefined ? null : floorOf(state, speech),
    next: turn === undefined ? null : { ...speakerOf(state, turn.speech), expectedAt: wholeMinute(turn.expectedAt) },
  };
}

const lateMinutes = ({ agenda }: ConferenceState, now: number): number =>
  Math.trunc((offset(agenda, now)?.absoluteMs ?? 0) / MINUTE_MS);

function speakerOf({ bridges }: ConferenceState, { bridgeId, speaker, subject }: Speech): HandbookSpeaker {
  const { fullName, positions } = speaker;
  return { bridge: bridgeOf(bridges, bridgeId)?.name ?? '', fullName, positions, subject };
}

function floorOf(state: ConferenceState, speech: Speech): HandbookFloor {
  const { stage, kind } = speech;
  const status = stage.status === 'speaking' || stage.status === 'paused' ? stage.status : 'called';
  const since = stage.status === 'speaking' || stage.status === 'paused' ? stage.run.startedAt : null;
  return { ...speakerOf(state, speech), status, isQuestion: kind === 'question', since };
}

function noticesOf({ conference, agenda }: ConferenceState, times: readonly ItemTimes[]): readonly HandbookNotice[] {
  const recess = times.find(({ item }) => item.progress.status === 'live' && item.plan.kind === 'recess');
  const minutes = Math.round(agenda.delayMs / MINUTE_MS);
  return [
    ...(conference.rehearsalOf === null ? [] : [{ kind: 'rehearsal' } as const]),
    ...(conference.phase === 'adjourned' ? [{ kind: 'adjourned' } as const] : []),
    ...(recess === undefined
      ? []
      : [{ kind: 'recess', title: recess.item.plan.title, until: wholeMinute(recess.expected.end) } as const]),
    ...(minutes > 0 ? [{ kind: 'delay', minutes } as const] : []),
  ];
}

function programmeOf({ agenda }: ConferenceState, times: readonly ItemTimes[]): readonly HandbookRow[] {
  const timesOf = new Map(times.map((one) => [one.item.itemId, one]));
  return agenda.items.map((item): HandbookRow => {
    const { itemId, plan } = item;
    const timed = timesOf.get(itemId);
    if (!isTimed(item) || timed === undefined) {
      return { row: plan.row === 'note' ? 'note' : 'group', itemId, title: plan.title };
    }
    const { presenter, progress } = item;
    return {
      row: 'item',
      itemId,
      title: plan.title,
      presenter: presenter === null ? null : { fullName: presenter.fullName, positions: presenter.positions },
      status: progress.status,
      planned: timed.planned,
      announced: timed.announced,
      expected: minutesOf(timed.expected),
    };
  });
}

const minutesOf = ({ start, end }: HandbookSpan): HandbookSpan => ({
  start: wholeMinute(start),
  end: wholeMinute(end),
});

/** Notes on the head of a paper that set no bound to who reads it. Any other does, and such a paper stays on no phone. */
const UNBOUND: ReadonlySet<string> = new Set(['tài liệu hội nghị', 'tài liệu công khai', 'phổ biến rộng rãi']);

export function documentOf({ file, about }: Pick<ReleasedDocument, 'file' | 'about'>): HandbookDocument {
  const { title, circulation, itemId, watermark } = about;
  const isBound = circulation !== null && !UNBOUND.has(circulation.trim().toLocaleLowerCase('vi'));
  return {
    documentId: file.documentId,
    title,
    circulation,
    itemId,
    kind: file.kind === 'office' ? file.format : file.kind,
    pages: file.kind === 'slides' ? file.pages : file.kind === 'image' ? 1 : null,
    bytes: file.bytes,
    watermark,
    keeps: !watermark && !isBound && about.secrecy === 'none',
  };
}

function ballotOf(ballot: Ballot): HandbookBallot {
  const { ballotId, question, manner, options, stage, publishedAt, base } = ballot;
  const outline = { ballotId, question, manner, options };
  if (stage.status !== 'closed') {
    return { ...outline, stage: stage.status === 'open' ? 'open' : 'annulled', result: null };
  }
  const { counts, electorate } = stage;
  if (counts === null || publishedAt === null) return { ...outline, stage: 'closed', result: null };
  const result = {
    counts,
    base,
    of: baseOf(ballot, electorate, counts),
    passed: hasPassed(ballot, electorate, counts),
  };
  return { ...outline, stage: 'published', result };
}
