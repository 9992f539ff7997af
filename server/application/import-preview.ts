import type { AgendaPlan } from '../../shared/domain/agenda/agenda.ts';
import { bridgeOf } from '../../shared/domain/bridges/bridge.ts';
import { bridgeIdSchema } from '../../shared/domain/ids.ts';
import type { ConferenceState } from '../../shared/domain/state.ts';
import type { ImportPreview, RefusedRow } from '../../shared/protocol/list-import.ts';
import type { BridgesRead, ReadingDone, SheetRead } from '../lists/list-reading.ts';
import type { StagedOutcome } from '../store/delegate-imports.ts';

/** Of each kind of row the first are shown. */
const SHOWN = 50;

/** What was seen of a file that could not be read to its end: enough to name its columns by hand. */
export const brokenOff = (sheets: readonly SheetRead[]): ImportPreview => ({
  ...nothing,
  sheets: [...sheets],
});

const nothing: ImportPreview = {
  sheets: [],
  added: 0,
  changed: 0,
  unchanged: 0,
  refused: 0,
  firstAdded: [],
  firstChanged: [],
  firstRefused: [],
  unknownBridges: [],
  newCategories: [],
};

const ofFile = ({ sheets, refused, unknownBridges }: ReadingDone) => ({
  ...nothing,
  sheets: [...sheets],
  refused,
  unknownBridges: [...unknownBridges],
});

export function delegatesPreview(done: ReadingDone, staged: StagedOutcome, state: ConferenceState): ImportPreview {
  const known = knownCategories(state);
  const bridgeName = (id: string): string => bridgeOf(state.bridges, bridgeIdSchema.parse(id))?.name ?? '';
  return {
    ...ofFile(done),
    added: staged.added,
    changed: staged.changed,
    unchanged: staged.unchanged,
    refused: staged.refused,
    firstAdded: staged.firstAdded.map(({ row, delegate }) => ({
      row,
      name: delegate.fullName ?? delegate.positions[0] ?? '',
      facts: factsOf([...delegate.positions, delegate.homeUnit, delegate.category, delegate.delegation]),
    })),
    firstChanged: staged.firstChanged.map(({ row, name, field, before, after }) =>
      field === 'bridge'
        ? { row, name, field, before: bridgeName(before), after: bridgeName(after) }
        : { row, name, field, before, after },
    ),
    firstRefused: [...staged.firstRefused],
    newCategories: staged.categories.filter((category) => !known.has(category)),
  };
}

/** Each said once: a delegation is often called like the unit. */
const factsOf = (facts: readonly (string | null)[]): string =>
  [...new Set(facts.filter((fact) => fact !== null && fact !== ''))].join(' · ');

function knownCategories({ attendance }: ConferenceState): ReadonlySet<string> {
  const known = new Set(Object.keys(attendance.totals.byCategory));
  for (const shard of attendance.byBridge.shards) {
    for (const { named } of shard.values()) for (const category of Object.keys(named)) known.add(category);
  }
  return known;
}

export function bridgesPreview(
  done: ReadingDone,
  read: BridgesRead,
  refused: readonly RefusedRow[],
  state: ConferenceState,
): ImportPreview {
  return {
    ...ofFile(done),
    added: read.bridges.length,
    changed: read.changes.length,
    unchanged: read.unchanged,
    firstAdded: read.bridges.slice(0, SHOWN).map(({ name, region, room, chairs }, at) => ({
      row: read.rowOfBridge[at] ?? 0,
      name,
      facts: factsOf([region, room, ...chairs.map(({ fullName }) => fullName)]),
    })),
    firstChanged: read.changes
      .slice(0, SHOWN)
      .flatMap((change, at) => changedFields(change, read.rowOfChange[at] ?? 0, state)),
    firstRefused: refused.slice(0, SHOWN),
  };
}

function changedFields(
  change: BridgesRead['changes'][number],
  row: number,
  { bridges }: ConferenceState,
): ImportPreview['firstChanged'] {
  const before = bridgeOf(bridges, change.bridgeId);
  if (before === undefined) return [];
  const fields = [
    ['region', before.region, change.region],
    ['room', before.room, change.room],
    ['chair', namesOf(before.chairs), namesOf(change.chairs)],
    ['technician', before.technician?.fullName ?? null, change.technician?.fullName ?? null],
    ['phone', before.technician?.phone ?? null, change.technician?.phone ?? null],
  ] as const;
  return fields
    .filter(([, was, is]) => was !== is)
    .map(([field, was, is]) => ({ row, name: before.name, field, before: was ?? '', after: is ?? '' }));
}

const namesOf = (chairs: readonly { fullName: string | null; positions: readonly string[] }[]): string =>
  chairs.map(({ fullName, positions }) => factsOf([fullName, ...positions])).join('; ');

export function agendaPreview(done: ReadingDone, refused: readonly RefusedRow[]): ImportPreview {
  const rows = done.agenda ?? [];
  return {
    ...ofFile(done),
    added: rows.length,
    firstAdded: rows.slice(0, SHOWN).map(({ line, plan, presenter }) => ({
      row: line,
      name: plan.title,
      facts: factsOf([...timesOf(plan), presenter?.fullName ?? null, ...(presenter?.positions ?? [])]),
    })),
    firstRefused: refused.slice(0, SHOWN),
  };
}

function timesOf(plan: AgendaPlan): readonly string[] {
  if (plan.row !== 'item') return [];
  const { start, span } = plan;
  return [`${clockOf(start)}–${clockOf(span.lock === 'end' ? span.end : start + span.durationMs)}`];
}

/** Hà Nội's clock: UTC+7 all year. */
const clockOf = (at: number): string => new Date(at + 7 * 3_600_000).toISOString().slice(11, 16);
