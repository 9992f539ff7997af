import type { AgendaItemKind } from '../../domain/agenda/agenda.ts';
import type { Ballot } from '../../domain/ballots/ballot.ts';
import { aboutOf } from '../../domain/documents/document.ts';
import type { Speech } from '../../domain/floor/floor.ts';
import type { Award } from '../../domain/records/award.ts';
import type { Citation } from '../../domain/records/citation.ts';
import { noteOf } from '../../domain/records/minutes.ts';
import { REPORT_POINT_KINDS, type ReportPoint } from '../../domain/records/report-point.ts';
import { awardText } from './award-words.ts';
import { ballotBlocks } from './ballot-part.ts';
import { citationText } from './citation-words.ts';
import type { HeldItem, HeldSpeech } from './course.ts';
import type { Block } from './paper.ts';
import { listOf, paragraph, paragraphs } from './paper-parts.ts';
import type { PaperScope } from './paper-scope.ts';
import { calendarDay, clockWords, isSameDay, shortDay } from './paper-time.ts';
import { capital, doing, sentence } from './people-words.ts';
import { pointText } from './point-words.ts';
import { countBlocks, speechBlocks, writtenBlocks } from './speech-part.ts';
import { doneWords, paperWords, pointWords, minutesWords as words } from './words.ts';

/** All that happened under one item, or under none. */
export interface Happened {
  readonly speeches: readonly HeldSpeech[];
  readonly written: readonly Speech[];
  readonly awards: readonly Award[];
  readonly ballots: readonly Ballot[];
  readonly points: readonly ReportPoint[];
  readonly citations: readonly Citation[];
}

/** "Khai mạc (từ 08 giờ 00 phút đến 08 giờ 10 phút)"; of a classified item not even the title. */
export function itemTitle({ item, from, to, secret }: HeldItem, { day }: PaperScope): string {
  if (secret === 'whole') return paperWords.secret;
  const itemDay = calendarDay(from);
  // A conference of several days says on which of them it was; one of a single day has said so above.
  const on = isSameDay(itemDay, day) ? '' : `, ${words.onDay(shortDay(itemDay))}`;
  const time = to === null ? words.since(clockWords(from)) : words.fromTo(clockWords(from), clockWords(to));
  return `${item.plan.title} (${time}${on})`;
}

export function itemBlocks(
  scope: PaperScope,
  held: HeldItem,
  happened: Happened,
  all: readonly HeldSpeech[],
): readonly Block[] {
  if (held.secret === 'whole') return [];
  const { written, ballots, awards } = happened;
  const told = [
    ...countBlocks(happened.speeches, written),
    ...speechBlocks(scope, happened.speeches, all),
    ...writtenBlocks(scope, written),
    ...ballots.flatMap(ballotBlocks),
    ...awardBlocks(scope, awards),
  ];
  // The notes and findings of an item do not say in which half of it they were made.
  if (held.secret === 'part') {
    const isSaid = happened.speeches.some(({ secret }) => secret);
    return [...(isSaid ? [] : [paragraph(paperWords.secret)]), ...told];
  }
  return [
    ...presenterLine(scope, held, happened),
    ...noteBlocks(scope, held),
    ...citationBlocks(happened.citations),
    ...documentBlocks(scope, held),
    ...pointBlocks(happened.points),
    ...told,
  ];
}

/** Who did it; an award says itself who presents it. */
function presenterLine({ profile }: PaperScope, { item }: HeldItem, { awards }: Happened): readonly Block[] {
  const { presenter, plan } = item;
  if (presenter === null || (plan.kind === 'awards' && awards.length > 0)) return [];
  return [paragraph(`${capital(doing(presenter, doneWords[plan.kind], profile))}.`)];
}

const noteBlocks = ({ state }: PaperScope, { item }: HeldItem): readonly Block[] => {
  const note = noteOf(state.records.minutes, { kind: 'item', itemId: item.itemId })?.text;
  return note === undefined ? [] : paragraphs(note);
};

const citationBlocks = (citations: readonly Citation[]): readonly Block[] =>
  citations.length === 0 ? [] : [paragraph(`${words.cited}:`), ...listOf(citations.map(citationText))];

function documentBlocks({ state }: PaperScope, { item }: HeldItem): readonly Block[] {
  const titles = state.documents.list
    .filter((document) => document.speechId === null && aboutOf(document).itemId === item.itemId)
    .filter((document) => aboutOf(document).secrecy === 'none')
    .map((document) => aboutOf(document).title);
  return titles.length === 0 ? [] : [paragraph(`${words.shown}: ${titles.join('; ')}.`)];
}

/** Results, then limitations, then plans: the order of every report. */
export const pointBlocks = (points: readonly ReportPoint[]): readonly Block[] =>
  REPORT_POINT_KINDS.flatMap((kind) => {
    const own = points.filter((point) => point.kind === kind);
    if (own.length === 0) return [];
    return [paragraph(`${pointWords[kind]}:`), ...listOf(own.map((point) => sentence(pointText(point))))];
  });

export const awardBlocks = ({ profile }: PaperScope, awards: readonly Award[]): readonly Block[] =>
  awards.map((award) => paragraph(awardText(award, profile)));

/** Where findings that name no item belong, if such an item was held. */
export const HOME_OF_POINTS: Readonly<Record<ReportPoint['kind'], readonly AgendaItemKind[]>> = {
  result: ['report'],
  limitation: ['report'],
  plan: ['report'],
  topic: ['discussion', 'papers'],
  consensus: ['discussion', 'papers'],
};
