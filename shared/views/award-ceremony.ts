import type { Person } from '../domain/person.ts';
import type { Award } from '../domain/records/award.ts';

/** What is read out while an award is given. For the hall, so it is Vietnamese whatever language the screen has. */
export interface AwardCue {
  readonly award: Award;
  /** Who comes up to receive it. */
  readonly receive: string;
  /** Who gives it, on whose behalf. */
  readonly present: string;
  /** For whoever gets ready: the award and to whom. */
  readonly brief: string;
}

export interface Ceremony {
  readonly current: AwardCue | null;
  readonly next: AwardCue | null;
  readonly presented: number;
  readonly total: number;
}

/** The first that was not given yet, in ceremony order, and the one that gets ready. */
export function ceremonyOf(awards: readonly Award[]): Ceremony {
  const [current = null, next = null] = awards.filter(({ presentedAt }) => presentedAt === null);
  return {
    current: current && cueOf(current),
    next: next && cueOf(next),
    presented: awards.filter(({ presentedAt }) => presentedAt !== null).length,
    total: awards.length,
  };
}

/** What belongs to one item of the programme; what names no item is given whenever awards are. */
export const awardsOfItem = (awards: readonly Award[], item: string): readonly Award[] =>
  awards.filter(({ itemId }) => itemId === null || itemId === item);

export const cueOf = (award: Award): AwardCue => ({
  award,
  receive: receiving(award),
  present: presenting(award),
  brief: `${award.name}: ${givenTo(award)}`,
});

function receiving({ name, recipients }: Award): string {
  if (recipients.kind === 'person') return `Xin trân trọng kính mời ${comrade(recipients.person)} lên nhận ${name}.`;
  const { count, names } = recipients;
  const named = names.length === 0 ? '' : `: ${names.join('; ')}`;
  const who = count === 1 ? `tập thể${named}` : `${figure(count)} tập thể${named}`;
  return `Xin kính mời đại diện ${who} lên nhận ${name}.`;
}

function presenting(award: Award): string {
  const { name, onBehalfOf, presenter } = award;
  const behalf = onBehalfOf === null ? '' : `thay mặt ${onBehalfOf} `;
  const to = givenTo(award);
  if (presenter === null) return `Xin kính mời đồng chí chủ trì ${behalf}trao tặng ${name} cho ${to}.`;
  return `Xin trân trọng kính mời ${comrade(presenter)}${behalf === '' ? ' ' : `, ${behalf}`}trao tặng ${name} cho ${to}.`;
}

function givenTo({ recipients }: Award): string {
  if (recipients.kind === 'person') return comrade(recipients.person);
  return recipients.count === 1 ? 'tập thể' : `${figure(recipients.count)} tập thể`;
}

/** Titles stand after the name, between commas. Whose name was erased is "đồng chí" alone. */
const comrade = ({ fullName, positions }: Person): string =>
  ['đồng chí', [...(fullName === null ? [] : [fullName]), ...positions].join(', ')].join(' ').trim();

/** 4.012; small numbers as papers write them: 05. */
const figure = (count: number): string =>
  count < 10 ? `0${count}` : String(count).replace(/\B(?=(?:\d{3})+$)/gu, '.');
