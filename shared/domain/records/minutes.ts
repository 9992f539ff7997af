import { z } from 'zod';
import { agendaItemIdSchema, bridgeIdSchema, speechIdSchema } from '../ids.ts';
import { type Person, personSchema } from '../person.ts';
import { line, lines } from '../text.ts';

/** What somebody does in the conference as a whole, beside attending (domain: chủ trì, dự và chỉ đạo, …). */
export const OFFICES = [
  'directing',
  'chair',
  'coChair',
  'moderating',
  'attending',
  'guest',
  'recorder',
  'announcer',
] as const;
export const officeSchema = z.enum(OFFICES);
export type Office = z.infer<typeof officeSchema>;

export const officeShape = {
  offices: z.array(officeSchema).min(1).max(OFFICES.length),
  /** The bridge at which the person sits; null: not said. */
  bridgeId: bridgeIdSchema.nullable(),
  /** Where the person belongs, if that is another place. */
  homeUnit: line(200).nullable(),
};
export const officialSchema = z.strictObject({ person: personSchema, ...officeShape });
export type Official = z.infer<typeof officialSchema>;

/** Layout rules of the papers, kept as tables: of a Party body (05-HD/VPTW, 16-HD/VPTW) or of a state body (NĐ 30/2020). */
export const formatProfileSchema = z.enum(['party', 'state']);
export type FormatProfile = z.infer<typeof formatProfileSchema>;

/** What stands around the text of a paper; null: the dotted line or nothing, as the profile has it. */
export const paperHeadSchema = z.strictObject({
  profile: formatProfileSchema,
  /** The body above the issuer. */
  parentBody: line(200).nullable(),
  issuer: line(200),
  /** The number alone, before the type and the issuer's sign: 05 in 05-BB/BTCTW. */
  number: line(20).nullable(),
  /** The issuer's sign: BTCTW. */
  sign: line(40).nullable(),
  /** Where it is issued: Hà Nội. */
  place: line(120).nullable(),
  /** Where the central hall is. */
  venue: line(300).nullable(),
  /** Whether the minutes carry place and date; guides differ. */
  withPlaceDate: z.boolean(),
  recipients: z.array(line(200)).max(30),
  /** Of several chairs: the first of them signs, or whoever concluded. */
  signer: z.enum(['chair', 'concluder']),
});
export type PaperHead = z.infer<typeof paperHeadSchema>;

/** What a written part of the minutes is about. */
export const noteSubjectSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('speech'), speechId: speechIdSchema }),
  z.strictObject({ kind: z.literal('item'), itemId: agendaItemIdSchema }),
  /** The chair's conclusion. */
  z.strictObject({ kind: z.literal('conclusion') }),
  /** Further facts under the opening lines (thông tin khác). */
  z.strictObject({ kind: z.literal('opening') }),
]);
export type NoteSubject = z.infer<typeof noteSubjectSchema>;

export const noteText = lines(10_000);

/** A part of the minutes in the recorder's words. Revisions keep two writers from undoing each other unseen. */
export interface Note {
  readonly text: string;
  readonly revision: number;
  readonly at: number;
}

export const noteKey = (about: NoteSubject): string => {
  switch (about.kind) {
    case 'speech':
      return `speech ${about.speechId}`;
    case 'item':
      return `item ${about.itemId}`;
    default:
      return about.kind;
  }
};

/** Minutes that were signed: what stood in the journal up to `position` is what was signed. */
export interface Signature {
  readonly version: number;
  readonly at: number;
  readonly position: number;
  readonly signer: Person | null;
  readonly recorder: Person | null;
}

export interface Minutes {
  readonly head: PaperHead | null;
  /** In the order in which they are read out. */
  readonly officials: readonly Official[];
  /** By `noteKey`. */
  readonly notes: Readonly<Record<string, Note>>;
  /** null: a draft. */
  readonly signed: Signature | null;
  /** How often they were signed. */
  readonly versions: number;
}

export const noMinutes: Minutes = { head: null, officials: [], notes: {}, signed: null, versions: 0 };
export const MAX_OFFICIALS = 200;
export const MAX_NOTES = 2_000;

export const noteOf = ({ notes }: Minutes, about: NoteSubject): Note | undefined => notes[noteKey(about)];

export const officialsWith = ({ officials }: Minutes, held: Office): readonly Official[] =>
  officials.filter(({ offices }) => offices.includes(held));
