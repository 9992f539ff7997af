import type { AgendaItemKind } from '../../domain/agenda/agenda.ts';
import type { AgendaItemId } from '../../domain/ids.ts';
import type { Award } from '../../domain/records/award.ts';
import { ballotBlocks, openedAt, toldBallots } from './ballot-part.ts';
import { isSecretAt } from './classified-spans.ts';
import { type HeldItem, heldItems, heldSpeeches, itemHolding, writtenSpeeches } from './course.ts';
import { grouped } from './grouped.ts';
import { awardBlocks, type Happened, HOME_OF_POINTS, itemBlocks, itemTitle, pointBlocks } from './item-part.ts';
import type { Block } from './paper.ts';
import { heading } from './paper-parts.ts';
import type { PaperScope } from './paper-scope.ts';
import { proposalBlocks } from './proposals-part.ts';
import { countBlocks, speechBlocks, writtenBlocks } from './speech-part.ts';
import { minutesWords as words } from './words.ts';

/** Under no item. */
const NOWHERE = '';

/** The items in their real order with all that happened under each, then what belongs to none, then proposals. */
export function proceedings(scope: PaperScope, prefix: string): readonly Block[] {
  const items = heldItems(scope);
  const speeches = heldSpeeches(scope);
  const happened = sorted(scope, items);
  const parts: (readonly [string, readonly Block[]])[] = [
    ...items.map(
      (held) => [itemTitle(held, scope), itemBlocks(scope, held, at(happened, held.item.itemId), speeches)] as const,
    ),
    ...leftovers(scope, at(happened, null)),
    ...nonEmpty(words.proposals, proposalBlocks(scope.state)),
  ];
  return parts.flatMap(([title, blocks], index) => [heading(2, `${prefix}${index + 1}. ${title}`), ...blocks]);
}

const nonEmpty = (title: string, blocks: readonly Block[]): (readonly [string, readonly Block[]])[] =>
  blocks.length === 0 ? [] : [[title, blocks]];

function leftovers(scope: PaperScope, { speeches, written, ...rest }: Happened) {
  const told = speeches.filter(({ secret }) => !secret);
  return [
    ...nonEmpty(words.otherSpeeches, [
      ...countBlocks(told, written),
      ...speechBlocks(scope, speeches, speeches),
      ...writtenBlocks(scope, written),
    ]),
    ...nonEmpty(words.findings, pointBlocks(rest.points)),
    ...nonEmpty(words.ballots, rest.ballots.flatMap(ballotBlocks)),
    ...nonEmpty(words.awards, awardBlocks(scope, rest.awards)),
  ];
}

const NOTHING: Happened = { speeches: [], written: [], awards: [], ballots: [], points: [], citations: [] };
const at = (happened: ReadonlyMap<string, Happened>, id: AgendaItemId | null): Happened =>
  happened.get(id ?? NOWHERE) ?? NOTHING;

/** Everything laid under its item once: a conference has thousands of entries, and each item asks for its own. */
function sorted(scope: PaperScope, items: readonly HeldItem[]): ReadonlyMap<string, Happened> {
  const { state } = scope;
  const { records } = state;
  const under = (id: AgendaItemId | null, when: number | null) => itemHolding(items, id, when) ?? NOWHERE;
  const speeches = grouped(heldSpeeches(scope), ({ speech, from }) => under(speech.itemId, from));
  const written = grouped(writtenSpeeches(scope), (speech) =>
    under(speech.itemId, speech.stage.status === 'handedInWriting' ? speech.stage.at : null),
  );
  const awards = grouped(toldAwards(scope), (award) =>
    award.itemId === null ? homeOf(items, ['awards']) : under(award.itemId, award.presentedAt),
  );
  const ballots = grouped(toldBallots(state), (ballot) => under(ballot.itemId, openedAt(ballot)));
  const told = records.points.filter(({ itemId }) => !isOfSecret(items, itemId));
  const points = grouped(told, ({ itemId, kind }) =>
    itemId === null ? homeOf(items, HOME_OF_POINTS[kind]) : under(itemId, null),
  );
  const citations = grouped(records.citations, ({ itemId }) => under(itemId, null));
  const keys = new Set([speeches, written, awards, ballots, points, citations].flatMap((map) => [...map.keys()]));
  return new Map(
    [...keys].map((key) => [
      key,
      {
        speeches: speeches.get(key) ?? [],
        written: written.get(key) ?? [],
        awards: awards.get(key) ?? [],
        ballots: ballots.get(key) ?? [],
        points: points.get(key) ?? [],
        citations: citations.get(key) ?? [],
      },
    ]),
  );
}

const homeOf = (items: readonly HeldItem[], kinds: readonly AgendaItemKind[]): string =>
  items.find(({ item, secret }) => secret === 'none' && kinds.includes(item.plan.kind))?.item.itemId ?? NOWHERE;

const isOfSecret = (items: readonly HeldItem[], itemId: AgendaItemId | null): boolean =>
  items.some(({ item, secret }) => item.itemId === itemId && secret !== 'none');

/** Awards that were really presented, in the order of the ceremony. */
export const toldAwards = ({ state }: PaperScope): readonly Award[] =>
  state.records.awards.filter(({ presentedAt }) => presentedAt !== null && !isSecretAt(state, presentedAt));
