import { type ConferenceEvent, eventSchema } from './event.ts';

type Body = Readonly<Record<string, unknown>>;

/** One step each, from the version written to the next. A step that was released is never edited. */
const LIFTS: Readonly<Record<string, (old: Body) => Body>> = {};

/** The version in which an event is written today; what is not named here is at its first. */
const VERSIONS: Partial<Readonly<Record<ConferenceEvent['type'], number>>> = {};

export const versionOf = ({ type }: ConferenceEvent): number => VERSIONS[type] ?? 1;

/** An event as it was written, lifted to today's shape. Throws on a type that this release does not know. */
export function readEvent(type: string, version: number, body: Body): ConferenceEvent {
  const lift = LIFTS[`${type}/${version}`];
  return lift === undefined ? eventSchema.parse({ ...body, type }) : readEvent(type, version + 1, lift(body));
}
