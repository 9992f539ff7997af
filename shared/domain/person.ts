import { z } from 'zod';
import { type PersonId, personIdSchema } from './ids.ts';
import { line } from './text.ts';

const names = {
  fullName: line(120).nullable(),
  /** In the order in which they are read out: the Party post first. */
  positions: z.array(line(200)).max(8),
};
const named = (person: { fullName: string | null; positions: readonly string[] }): boolean =>
  person.fullName !== null || person.positions.length > 0;

/** What a person types: a name, a title, or both; official reports often give the title alone. */
export const personInputSchema = z.strictObject(names).refine(named);
export const contactInputSchema = z.strictObject({ ...names, phone: line(40).nullable() }).refine(named);

/**
 * A person in an event. The journal keeps only the id in the hashed body and the values in a table of their own, so
 * that they can be erased without breaking a hash; an erased person reads as nobody.
 */
export const personSchema = z.strictObject({ personId: personIdSchema, ...names });
export const contactSchema = z.strictObject({
  personId: personIdSchema,
  ...names,
  /** An erased contact is read back without one. */
  phone: line(40).nullable().default(null),
});

export type PersonInput = z.infer<typeof personInputSchema>;
export type ContactInput = z.infer<typeof contactInputSchema>;
export type Person = z.infer<typeof personSchema>;
export type Contact = z.infer<typeof contactSchema>;

export const withPersonId = <T extends PersonInput>(person: T, personId: PersonId): T & { personId: PersonId } => ({
  personId,
  ...person,
});
