import type { Bridge } from '../../domain/bridges/bridge.ts';
import { aboutOf, releaseOf } from '../../domain/documents/document.ts';
import { noteOf, type Office, officialsWith } from '../../domain/records/minutes.ts';
import { citationText } from './citation-words.ts';
import { heldItems } from './course.ts';
import type { Block, Span } from './paper.ts';
import { bold, field, listOf, paragraph, text } from './paper-parts.ts';
import type { PaperScope } from './paper-scope.ts';
import { calendarDay, clockWords, longDay } from './paper-time.ts';
import { capital, titled, titledAll } from './people-words.ts';
import { counted, DOTS, formWords, paperWords, minutesWords as words } from './words.ts';

/** More bridges than these are listed in an appendix. */
const MAX_BRIDGES_IN_BODY = 10;

export const otherBridges = ({ bridges, central }: PaperScope): readonly Bridge[] =>
  bridges.filter(({ bridgeId }) => bridgeId !== central?.bridgeId);

export const isListedInBody = (scope: PaperScope): boolean => otherBridges(scope).length <= MAX_BRIDGES_IN_BODY;

/** The state's form asks for the beginning by name; the Party's field says it itself. */
export function timeText({ began, day, profile }: PaperScope): string {
  const clock = began === null ? words.clockOpen : clockWords(began);
  const whole = `${clock}, ${longDay(began === null ? day : calendarDay(began))}.`;
  return profile === 'party' ? words.begins(whole) : whole;
}

/** "Điểm cầu tỉnh Cà Mau (Phòng họp trực tuyến …)". */
export const bridgeWithRoom = ({ name, room }: Bridge): string => (room === null ? name : `${name} (${room})`);

/** The central hall, and from where the others take part. */
export function placeText(scope: PaperScope): string {
  const others = otherBridges(scope);
  const centre = centreText(scope);
  if (others.length === 0) return `${centre}.`;
  return `${centre}; ${words.and} ${othersText(scope, others)}.`;
}

function centreText({ head, central }: PaperScope): string {
  const venue = head.venue ?? central?.room ?? head.place;
  const named = [central?.name ?? null, venue].filter((part) => part !== null);
  // A town is part of the address, unless the address already ends with it.
  const town = head.place !== null && !named.some((part) => part.includes(head.place ?? '')) ? [head.place] : [];
  const whole = [...named, ...town].join(', ');
  return whole === '' ? DOTS : whole;
}

function othersText(scope: PaperScope, others: readonly Bridge[]): string {
  const peers = others.filter(({ tier }) => tier <= 1).length;
  const below = others.length - peers;
  if (isListedInBody(scope)) {
    return `${words.bridges(counted(others.length))}: ${others.map(bridgeWithRoom).join('; ')}`;
  }
  const numbers = below === 0 ? [] : [words.subBridges(counted(below))];
  return `${[words.bridges(counted(peers)), ...numbers].join(', ')} (${words.inAppendix})`;
}

const officesText = ({ state, profile }: PaperScope, office: Office): string =>
  titledAll(
    officialsWith(state.records.minutes, office).map(({ person }) => person),
    profile,
  );

/** The chairs, and who chairs beside them. */
export function chairText(scope: PaperScope): string {
  const { state, profile } = scope;
  const chairs = officialsWith(state.records.minutes, 'chair').map(({ person }) => titled(person, profile));
  const beside = officialsWith(state.records.minutes, 'coChair').map(
    ({ person }) => `${titled(person, profile)} (${words.coChair})`,
  );
  const all = [...chairs, ...beside];
  return all.length === 0 ? DOTS : capital(`${all.join('; ')}.`);
}

function recorderText(scope: PaperScope): string {
  const whole = officesText(scope, 'recorder');
  return whole === '' ? DOTS : capital(`${whole}.`);
}

export const chairLine = (scope: PaperScope): Block =>
  field(scope.profile === 'party' ? words.chair : words.stateChair, chairText(scope));
export const recorderLine = (scope: PaperScope): Block =>
  field(scope.profile === 'party' ? words.recorder : words.stateRecorder, recorderText(scope));

/** What the conference worked with: its documents, and the official ones that no item presents. */
export function documentLines(scope: PaperScope): readonly Block[] {
  const { state } = scope;
  const held = new Set(heldItems(scope).map(({ item }) => item.itemId));
  const files = state.documents.list
    .filter(({ file }) => file.kind !== 'image' || file.snapshotOf === null)
    .filter((document) => document.speechId === null && isOfNoItem(aboutOf(document).itemId, held))
    // What somebody has only sent is not yet what the conference used.
    .filter(({ file, about }) => about !== null || releaseOf(state.documents, file.documentId) !== undefined)
    .filter((document) => aboutOf(document).secrecy === 'none')
    .map((document) => aboutOf(document).title);
  const cited = state.records.citations.filter(({ itemId }) => isOfNoItem(itemId, held)).map(citationText);
  const all = [...files, ...cited];
  if (all.length === 0) return [field(words.documents, DOTS)];
  return [paragraph(bold(`${words.documents}:`)), ...listOf(all)];
}

/** An item that was not held says nothing: what belongs to it stands here. */
const isOfNoItem = <T extends string>(itemId: T | null, held: ReadonlySet<T>): boolean =>
  itemId === null || !held.has(itemId);

/** Form, organiser, periods, who directs and moderates, and what the recorder adds. */
export function otherFacts(scope: PaperScope): readonly Block[] {
  const { conference, records } = scope.state;
  const facts: readonly (readonly [string, string | null])[] = [
    [words.organiser, conference.organiser],
    [words.form, formWords[conference.form]],
    [words.reviewed, conference.periodReviewed],
    [words.planned, conference.periodPlanned],
    [words.directing, officesText(scope, 'directing')],
    [words.moderating, officesText(scope, 'moderating')],
    [words.announcer, officesText(scope, 'announcer')],
  ];
  const items = facts.flatMap(([name, value]): (readonly Span[])[] =>
    value === null || value === '' ? [] : [[text(`${name}: ${capital(value)}.`)]],
  );
  const note = noteOf(records.minutes, { kind: 'opening' })?.text ?? null;
  const noted = note === null ? [] : note.split('\n').filter((line) => line.trim() !== '');
  return [paragraph(bold(`${words.others}:`)), ...listOf([...items, ...noted])];
}

/** The subject of the paper again, as the form asks: what the conference is about. */
export const contentLine = ({ state }: PaperScope): Block => field(words.content, `${state.conference.title}.`);

export const secretParagraph: Block = paragraph(paperWords.secret);
