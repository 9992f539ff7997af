import type { z } from 'zod';
import type { BridgeId } from '../../../shared/domain/ids.ts';
import type { officialInputSchema } from '../../../shared/domain/records/commands.ts';
import { MAX_OFFICIALS, OFFICES, type Office, type Official } from '../../../shared/domain/records/minutes.ts';
import { text } from '../../text/text.ts';
import { linesOf } from './typed-lines.ts';

/** Somebody of the list as they are being typed. */
export interface OfficialDraft {
  /** Knows them while the list is sorted. */
  readonly key: number;
  readonly fullName: string;
  /** One on each line, in order. */
  readonly positions: string;
  readonly offices: readonly Office[];
  readonly bridgeId: BridgeId | null;
  readonly homeUnit: string;
}

export type OfficialInput = z.infer<typeof officialInputSchema>;

export const draftsOf = (officials: readonly Official[]): readonly OfficialDraft[] =>
  officials.map(({ person, offices, bridgeId, homeUnit }, key) => ({
    key,
    fullName: person.fullName ?? '',
    positions: person.positions.join('\n'),
    offices,
    bridgeId,
    homeUnit: homeUnit ?? '',
  }));

/** The first one who is added is mostly the chair, the next the recorder. */
export function withAnother(drafts: readonly OfficialDraft[]): readonly OfficialDraft[] {
  if (drafts.length >= MAX_OFFICIALS) return drafts;
  const has = (office: Office) => drafts.some(({ offices }) => offices.includes(office));
  const office = has('chair') ? (has('recorder') ? 'attending' : 'recorder') : 'chair';
  const key = Math.max(-1, ...drafts.map((draft) => draft.key)) + 1;
  return [...drafts, { key, fullName: '', positions: '', offices: [office], bridgeId: null, homeUnit: '' }];
}

export function moved(drafts: readonly OfficialDraft[], key: number, by: 1 | -1): readonly OfficialDraft[] {
  const from = drafts.findIndex((draft) => draft.key === key);
  const one = drafts[from];
  const to = from + by;
  if (one === undefined || to < 0 || to >= drafts.length) return drafts;
  return drafts.toSpliced(from, 1).toSpliced(to, 0, one);
}

/** In the order of the offices, whatever the order of the ticks. */
export const withOffice = (offices: readonly Office[], office: Office, on: boolean): readonly Office[] =>
  OFFICES.filter((one) => (one === office ? on : offices.includes(one)));

export const nameOf = ({ fullName, positions }: OfficialDraft): string =>
  fullName.trim() || linesOf(positions)[0] || text.minutes.officialsForm.unnamed;

/** What the server is told, or the first thing that is still wrong. */
export function officialsFrom(
  drafts: readonly OfficialDraft[],
): { readonly officials: OfficialInput[] } | { readonly problem: string; readonly key: number } {
  const words = text.minutes.officialsForm;
  for (const [index, draft] of drafts.entries()) {
    const { key } = draft;
    const positions = linesOf(draft.positions);
    if (draft.fullName.trim() === '' && positions.length === 0) return { problem: words.noPerson(index + 1), key };
    if (draft.offices.length === 0) return { problem: words.noOffice(nameOf(draft)), key };
    if (positions.length > MAX_POSITIONS) return { problem: words.tooManyPositions(nameOf(draft)), key };
  }
  return { officials: drafts.map(inputOf) };
}

const MAX_POSITIONS = 8;

const lineOrNull = (typed: string): string | null => linesOf(typed).join(' ') || null;

const inputOf = ({ fullName, positions, offices, bridgeId, homeUnit }: OfficialDraft): OfficialInput => ({
  person: { fullName: lineOrNull(fullName), positions: linesOf(positions) },
  offices: [...offices],
  bridgeId,
  homeUnit: lineOrNull(homeUnit),
});
