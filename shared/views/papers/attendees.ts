import type { Bridge } from '../../domain/bridges/bridge.ts';
import type { Official } from '../../domain/records/minutes.ts';
import { attendingAs } from './attendance-figures.ts';
import type { PaperScope } from './paper-scope.ts';
import { isSaidIn, type NamedPerson, personKey, titled } from './people-words.ts';

/** Papers name leaders, not lists: of each bridge so many. */
const MAX_NAMED = 20;

/** Somebody who sits at a bridge, and where they belong if that is another place. */
export interface Attendee extends NamedPerson {
  readonly homeUnit: string | null;
  readonly guest: boolean;
}

/** Their work is the conference itself, not to attend it. */
const isAtWork = ({ offices }: Official): boolean =>
  offices.every((office) => office === 'recorder' || office === 'announcer');

const asAttendee = ({ person, homeUnit, offices }: Official): Attendee => ({
  fullName: person.fullName,
  positions: person.positions,
  homeUnit,
  guest: offices.includes('guest'),
});

/** Who is named as sitting at a bridge: officials first, then the leading delegates of its list who came. */
export function attendeesAt({ officialsAt, leadingAt }: PaperScope, { bridgeId }: Bridge): readonly Attendee[] {
  const officials = (officialsAt.get(bridgeId) ?? []).filter((official) => !isAtWork(official)).map(asAttendee);
  const listed = (leadingAt.get(bridgeId) ?? [])
    .filter(({ present }) => present)
    .map(({ fullName, positions, homeUnit, category }) => ({
      fullName,
      positions,
      homeUnit,
      guest: attendingAs(category) === 'invited',
    }));
  return once([...officials, ...listed]);
}

/** Officials of whom nobody said where they sat. */
export const attendeesElsewhere = ({ state }: PaperScope): readonly Attendee[] =>
  once(
    state.records.minutes.officials
      .filter((official) => official.bridgeId === null && !isAtWork(official))
      .map(asAttendee),
  );

function once(people: readonly Attendee[]): readonly Attendee[] {
  const seen = new Set<string>();
  return people.filter((person) => {
    const key = personKey(person);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** At which unit a delegate is at home is said where neither the posts nor the bridge say it. */
export function attendeeText({ homeUnit, ...person }: Attendee, bridge: Bridge | null, scope: PaperScope): string {
  const whole = titled(person, scope.profile);
  const known = bridge === null ? [whole] : [whole, bridge.name];
  return homeUnit === null || isSaidIn(homeUnit, known) ? whole : `${whole} (${homeUnit})`;
}

/** The first so many; how many more is for the writer to say, who knows the words. */
export const firstNamed = (people: readonly Attendee[]) => ({
  named: people.slice(0, MAX_NAMED),
  more: Math.max(0, people.length - MAX_NAMED),
});
