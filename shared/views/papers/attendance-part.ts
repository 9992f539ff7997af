import { attendanceOf, type BridgeAttendance, hasReported, tallyOf } from '../../domain/attendance/attendance.ts';
import { isNoFigure, sumOf, unspokenIn } from '../../domain/attendance/figure.ts';
import type { Bridge } from '../../domain/bridges/bridge.ts';
import { type Attending, attendingAs, categoriesAt, categoryText, figureAs, figureText } from './attendance-figures.ts';
import { type Attendee, attendeesAt, attendeesElsewhere, attendeeText, firstNamed } from './attendees.ts';
import { bridgeWithRoom, isListedInBody, otherBridges } from './opening-lines.ts';
import type { Block } from './paper.ts';
import { heading, list, listOf, paragraph } from './paper-parts.ts';
import { bridgeName, type PaperScope } from './paper-scope.ts';
import type { Absence } from './paper-source.ts';
import { capital, keysOf, personKey, titled, titledAll } from './people-words.ts';
import { counted, DOTS, minutesWords as words } from './words.ts';

/** More names than these go to an appendix. */
export const MAX_ABSENCES_IN_BODY = 20;

/** Who was there: official delegates, invited ones, the press. `prefix` is the number of the part: "1."; none: "". */
export function attendancePart(scope: PaperScope, prefix: string): readonly Block[] {
  const { totals } = scope.state.attendance;
  return [
    head(words.official, prefix, 1),
    paragraph(figureText(figureAs(totals, 'official'))),
    ...unspokenLines(scope),
    ...absenceBlocks(scope),
    ...(isListedInBody(scope) ? bridgeBlocks(scope) : leaderBlocks(scope)),
    head(words.invited, prefix, 2),
    ...invitedBlocks(scope),
    head(words.press, prefix, 3),
    ...partOf(scope, 'press', []),
  ];
}

const head = (title: string, prefix: string, place: number): Block =>
  heading(2, prefix === '' ? title : `${prefix}${place}. ${title}`);

function unspokenLines({ state, bridges }: PaperScope): readonly Block[] {
  const { totals } = state.attendance;
  const unspoken = unspokenIn(sumOf(totals));
  const silent = bridges.filter(({ bridgeId }) => isSilent(attendanceOf(state.attendance, bridgeId))).length;
  return [
    ...(unspoken === 0 ? [] : [paragraph(words.unspoken(counted(unspoken)))]),
    ...(silent === 0 ? [] : [paragraph(words.unreported(counted(silent)))]),
  ];
}

/** Whoever said that nobody will come has spoken. */
const isSilent = (one: BridgeAttendance): boolean => one.excuse === null && !hasReported(one);

function absenceBlocks(scope: PaperScope): readonly Block[] {
  const { absences } = scope.source;
  if (absences.length === 0) return [];
  if (absences.length > MAX_ABSENCES_IN_BODY) {
    return [paragraph(words.absenteesInAppendix(counted(absences.length)))];
  }
  return [paragraph(`${words.absentees}:`), list(absences.map((absence) => absenceText(absence, scope)))];
}

export function absenceText(absence: Absence, scope: PaperScope): string {
  const nobody = absence.fullName === null && absence.positions.length === 0;
  const who = nobody ? words.somebody : titled(absence, scope.profile);
  const where = bridgeName(scope, absence.bridgeId);
  const at = where === null ? '' : ` (${where})`;
  return `${capital(who)}${at}: ${absence.reason ?? words.noReason}.`;
}

/** Up to ten bridges each have their own lines; a conference in one hall has them without a heading. */
function bridgeBlocks(scope: PaperScope): readonly Block[] {
  const alone = otherBridges(scope).length === 0;
  const elsewhere = peopleLines(attendeesElsewhere(scope), null, scope);
  return [
    ...(elsewhere.length === 0 ? [] : [paragraph(`${words.leaders}:`), ...listOf(elsewhere)]),
    ...scope.bridges.flatMap((bridge) => {
      const lines = bridgeLines(scope, bridge);
      return alone || lines.length === 0 ? listOf(lines) : [heading(3, bridgeWithRoom(bridge)), list(lines)];
    }),
  ];
}

function bridgeLines(scope: PaperScope, bridge: Bridge): readonly string[] {
  const { profile, state } = scope;
  const named = keysOf(bridge.chairs);
  const people = attendeesAt(scope, bridge).filter((person) => !person.guest && !named.has(personKey(person)));
  const categories = categoriesAt(state, bridge.bridgeId).filter(
    ({ category }) => attendingAs(category) === 'official',
  );
  const { chairs } = bridge;
  // In one hall the chairs of the hall are those of the conference, and its figure stands above.
  const alone = otherBridges(scope).length === 0;
  const attending = alone ? words.leaders : words.attending;
  return [
    ...(chairs.length === 0
      ? []
      : [`${alone ? words.hallChairs : words.bridgeChairs}: ${titledAll(chairs, profile)}.`]),
    ...(people.length === 0 ? [] : [`${attending}: ${namesText(people, bridge, scope)}.`]),
    ...(categories.length === 0 ? [] : [`${words.categories}: ${categories.map(categoryText).join('; ')}.`]),
    ...(alone ? [] : bridgeFigure(scope, bridge)),
  ];
}

export const namesText = (people: readonly Attendee[], bridge: Bridge | null, scope: PaperScope): string =>
  peopleLines(people, bridge, scope).join('; ');

function peopleLines(people: readonly Attendee[], bridge: Bridge | null, scope: PaperScope): readonly string[] {
  const { named, more } = firstNamed(people);
  const names = named.map((person) => attendeeText(person, bridge, scope));
  return more === 0 ? names : [...names, words.andOthers(counted(more))];
}

function bridgeFigure({ state, draft }: PaperScope, { bridgeId }: Bridge): readonly string[] {
  const one = attendanceOf(state.attendance, bridgeId);
  if (one.excuse !== null) return [capital(`${words.excused}: ${one.excuse}.`)];
  const figure = sumOf(tallyOf(one));
  if (!isNoFigure(figure)) return [figureText(figure)];
  return hasReported(one) || !draft ? [] : [capital(`${words.notReported}.`)];
}

const NOBODY: PaperScope['leadingAt'] = new Map();

/** Of many bridges the body names who has an office in the conference; the rest stands in the appendix. */
function leaderBlocks(scope: PaperScope): readonly Block[] {
  const lines = scope.bridges.flatMap((bridge) => {
    const officials = attendeesAt({ ...scope, leadingAt: NOBODY }, bridge);
    return peopleLines(
      officials.filter(({ guest }) => !guest),
      bridge,
      scope,
    ).map((line) => `${line} (${bridge.name})`);
  });
  const all = [...peopleLines(attendeesElsewhere(scope), null, scope), ...lines].map(capital);
  return all.length === 0 ? [] : [paragraph(`${words.leaders}:`), list(all)];
}

function invitedBlocks(scope: PaperScope): readonly Block[] {
  const guests = [
    ...attendeesElsewhere(scope).map((person) => ({ person, bridge: null })),
    ...scope.bridges.flatMap((bridge) => attendeesAt(scope, bridge).map((person) => ({ person, bridge }))),
  ]
    .filter(({ person }) => person.guest)
    .slice(0, 100)
    .map(({ person, bridge }) => {
      const where = bridge === null || otherBridges(scope).length === 0 ? '' : ` (${bridge.name})`;
      return `${capital(attendeeText(person, bridge, scope))}${where}.`;
    });
  return partOf(scope, 'invited', guests);
}

/** The figure of that part, its people, and up to ten bridges' categories of it. */
function partOf(scope: PaperScope, as: Attending, people: readonly string[]): readonly Block[] {
  const figure = figureAs(scope.state.attendance.totals, as);
  const categories = isListedInBody(scope) ? categoriesAs(scope, as) : [];
  if (isNoFigure(figure) && people.length === 0 && categories.length === 0) {
    return [paragraph(DOTS)];
  }
  return [...(isNoFigure(figure) ? [] : [paragraph(figureText(figure))]), ...listOf([...people, ...categories])];
}

const categoriesAs = (scope: PaperScope, as: Attending): readonly string[] =>
  scope.bridges.flatMap((bridge) =>
    categoriesAt(scope.state, bridge.bridgeId)
      .filter(({ category }) => attendingAs(category) === as)
      .map((category) => `${categoryText(category)}, ${bridge.name}.`),
  );
