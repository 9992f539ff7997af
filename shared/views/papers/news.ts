import type { AgendaItemKind } from '../../domain/agenda/agenda.ts';
import { attendanceOf, tallyOf } from '../../domain/attendance/attendance.ts';
import { isNoFigure, presentIn, sumOf } from '../../domain/attendance/figure.ts';
import type { Bridge } from '../../domain/bridges/bridge.ts';
import { categoriesAt, categoryText } from './attendance-figures.ts';
import { namesText } from './attendance-part.ts';
import { attendeesAt, attendeesElsewhere } from './attendees.ts';
import { heldItems } from './course.ts';
import { attendanceSentence, heldSentence, leadingSentences, peopleDo } from './narrative.ts';
import {
  awardLines,
  citedLines,
  conclusionLines,
  proposalLines,
  reportedLines,
  spokenLines,
  voteLines,
} from './news-findings.ts';
import { bridgeWithRoom, isListedInBody, otherBridges } from './opening-lines.ts';
import type { Block } from './paper.ts';
import { paragraph } from './paper-parts.ts';
import type { PaperScope } from './paper-scope.ts';
import type { PaperText } from './paper-text.ts';
import {
  capital,
  doing,
  inSentence,
  introduced,
  keysOf,
  type NamedPerson,
  personKey,
  sentence,
} from './people-words.ts';
import { counted, doneWords } from './words.ts';
import { newsWords as words } from './words-of-news.ts';

/** A draft for whoever writes the news: what happened, in plain sentences, and no word of praise. */
export function newsPaper(scope: PaperScope): PaperText {
  return {
    head: null,
    title: words.title,
    subject: scope.state.conference.title,
    blocks: blocksOf(scope),
    signatures: null,
    recipients: [],
    appendices: [],
  };
}

/** What closes the conference is told after what was found. */
const LATE: readonly AgendaItemKind[] = ['directiveSpeech', 'acknowledgement', 'conclusion'];

function blocksOf(scope: PaperScope): readonly Block[] {
  const known = keysOf([...leaders(scope), ...told(scope)]);
  const items = (wanted: (kind: AgendaItemKind) => boolean) =>
    itemSentences(scope, known, wanted).map((line) => paragraph(line));
  return [
    ...[heldSentence(scope), ...periodSentences(scope), ...leadingSentences(scope)].map((line) => paragraph(line)),
    ...attendanceLines(scope),
    ...items((kind) => !LATE.includes(kind) && kind !== 'closing'),
    ...reportedLines(scope),
    ...citedLines(scope),
    ...spokenLines(scope),
    ...proposalLines(scope),
    ...voteLines(scope),
    ...awardLines(scope, known),
    ...items((kind) => LATE.includes(kind)),
    ...conclusionLines(scope, known),
    ...items((kind) => kind === 'closing'),
  ];
}

const leaders = ({ state }: PaperScope): readonly NamedPerson[] =>
  state.records.minutes.officials
    .filter(({ offices }) => offices.some((office) => LEADING.has(office)))
    .map(({ person }) => person);
const LEADING: ReadonlySet<string> = new Set(['directing', 'chair', 'coChair', 'moderating']);

/** The bridges of which the news tells one by one. */
const toldBridges = (scope: PaperScope): readonly Bridge[] =>
  isListedInBody(scope) ? scope.bridges : scope.bridges.filter(({ bridgeId }) => bridgeId === scope.central?.bridgeId);

/** Who is introduced with the halls. */
const told = (scope: PaperScope): readonly NamedPerson[] => [
  ...attendeesElsewhere(scope),
  ...toldBridges(scope).flatMap((bridge) => [...bridge.chairs, ...namedAt(scope, bridge)]),
];

/** Who sits there beside those that were named already. */
function namedAt(scope: PaperScope, bridge: Bridge) {
  const before = keysOf([...leaders(scope), ...bridge.chairs]);
  return attendeesAt(scope, bridge).filter((person) => !before.has(personKey(person)));
}

function periodSentences({ state }: PaperScope): readonly string[] {
  const { periodReviewed: reviewed, periodPlanned: planned } = state.conference;
  if (reviewed !== null && planned !== null) return [words.periods(inSentence(reviewed), inSentence(planned))];
  if (reviewed !== null) return [words.reviewed(inSentence(reviewed))];
  return planned === null ? [] : [words.planned(inSentence(planned))];
}

function attendanceLines(scope: PaperScope): readonly Block[] {
  const sum = attendanceSentence(scope);
  const before = keysOf(leaders(scope));
  const elsewhere = attendeesElsewhere(scope).filter((person) => !before.has(personKey(person)));
  return [
    ...(sum === null ? [] : [paragraph(sum)]),
    ...(elsewhere.length === 0 ? [] : [paragraph(`${words.alsoAttending} ${namesText(elsewhere, null, scope)}.`)]),
    ...toldBridges(scope).flatMap((bridge) => bridgeLine(scope, bridge)),
  ];
}

/** "Tại Điểm cầu tỉnh Cà Mau (…), các đồng chí: … chủ trì điểm cầu. Cùng dự có …" */
function bridgeLine(scope: PaperScope, bridge: Bridge): readonly Block[] {
  const { state } = scope;
  const people = namedAt(scope, bridge);
  const categories = categoriesAt(state, bridge.bridgeId);
  const figure = sumOf(tallyOf(attendanceOf(state.attendance, bridge.bridgeId)));
  const before = keysOf(leaders(scope));
  const own = bridge.chairs.filter((chair) => !before.has(personKey(chair)));
  const chairs = peopleDo(own, words.bridgeChairs, scope);
  const alone = otherBridges(scope).length === 0;
  const [first, ...rest] = [
    ...(chairs === null ? [] : [chairs]),
    ...(people.length === 0 ? [] : [`${words.attending} ${namesText(people, bridge, scope)}.`]),
    ...(categories.length === 0 ? [] : [`${words.categories}: ${categories.map(categoryText).join('; ')}.`]),
    ...(alone || isNoFigure(figure) ? [] : [words.delegates(counted(presentIn(figure)))]),
  ];
  if (first === undefined) return [];
  const opening = alone ? capital(first) : `${words.atBridge(bridgeWithRoom(bridge))}, ${first}`;
  return [paragraph([opening, ...rest.map(capital)].join(' '))];
}

/** What was done, in its real order; titles stand where they say more than the deed. */
function itemSentences(
  scope: PaperScope,
  known: ReadonlySet<string>,
  wanted: (kind: AgendaItemKind) => boolean,
): readonly string[] {
  return heldItems(scope)
    .filter(({ item, secret }) => secret === 'none' && !UNTOLD.has(item.plan.kind) && wanted(item.plan.kind))
    .flatMap(({ item }): readonly string[] => {
      const { plan, presenter } = item;
      const heard = words.heard[plan.kind];
      if (presenter === null) return heard === undefined ? [] : [withTitle(heard.deed, heard.noun, plan.title)];
      const done = doing(introduced(presenter, known), doneWords[plan.kind], scope.profile);
      return [capital(heard === undefined ? `${done}.` : withTitle(done, heard.noun, plan.title))];
    });
}

/** "nghe báo cáo: Kết quả …", and "nghe báo cáo tổng kết …" where the title begins with that word itself. */
function withTitle(deed: string, noun: string, title: string): string {
  const begins = title.toLocaleLowerCase('vi').startsWith(noun);
  return sentence(begins ? `${deed.slice(0, deed.lastIndexOf(noun))}${small(title)}` : `${deed}: ${title}`);
}

const small = (text: string): string => text.slice(0, 1).toLocaleLowerCase('vi') + text.slice(1);

/** Awards tell of themselves; the rest is no news. */
const UNTOLD: ReadonlySet<string> = new Set(['awards', 'recess', 'settling', 'flagSalute']);
