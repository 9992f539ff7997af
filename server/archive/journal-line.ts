import { z } from 'zod';
import { actorSchema } from '../../shared/domain/actor.ts';
import type { ConferenceEvent } from '../../shared/domain/event.ts';
import type { PersonId } from '../../shared/domain/ids.ts';
import { readEvent } from '../../shared/domain/lifts.ts';
import { putPeopleBack } from '../store/people.ts';

/** A line of the journal as it is kept: the hashed columns as they stand, and their hash. */
export const journalLineSchema = z.strictObject({
  conference: z.string(),
  seq: z.int(),
  at: z.int(),
  actor: z.string(),
  type: z.string(),
  version: z.int(),
  body: z.string(),
  hash: z.string().regex(/^[0-9a-f]{64}$/u),
});
export type JournalLine = z.infer<typeof journalLineSchema>;

export const journalLineText = ({ conference, seq, at, actor, type, version, body, hash }: JournalLine): string =>
  `${JSON.stringify({ conference, seq, at, actor, type, version, body, hash })}\n`;

export type FindPerson = (id: PersonId) => Readonly<Record<string, unknown>> | undefined;

const jsonObject = z.record(z.string(), z.unknown());

/** Throws on what this release does not know. */
export function eventOfLine({ actor, type, version, body }: JournalLine, find: FindPerson): ConferenceEvent {
  actorSchema.parse(JSON.parse(actor));
  return readEvent(type, version, jsonObject.parse(putPeopleBack(jsonObject.parse(JSON.parse(body)), find)));
}
