import { setTimeout as pause } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import { chairText } from '../../../client/text/vi/chair.ts';
import { firstChangedLine } from '../../../server/store/chain-check.ts';
import { createSqliteEvents } from '../../../server/store/sqlite-events.ts';
import { bridgeOf } from '../../../shared/domain/bridges/bridge.ts';
import { evolve } from '../../../shared/domain/evolve.ts';
import { faultsOf } from '../../../shared/domain/faults.ts';
import { speechOnFloor } from '../../../shared/domain/floor/floor.ts';
import { type ConferenceState, initialState } from '../../../shared/domain/state.ts';
import { encodeState } from '../../../shared/protocol/state-codec.ts';
import type { ChaosHall, Seated } from './chaos-hall.ts';

const AGREED_WITHIN_MS = 15_000;
const CLOCK_APART_S = 2;
const AN_HOUR_S = 3_600;

/** What the screens that nobody touches say against the state, and against each other. Empty: they agree. */
export async function contradictions(
  { secretary, watchers }: ChaosHall,
  withinMs = AGREED_WITHIN_MS,
): Promise<readonly string[]> {
  let found: readonly string[] = [];
  for (const end = Date.now() + withinMs; Date.now() < end; await pause(250)) {
    const state = await secretary.state();
    const seen = await Promise.all(watchers.map(look));
    const stillSo = JSON.stringify(encodeState(await secretary.state())) === JSON.stringify(encodeState(state));
    // Somebody's deadline may have moved it meanwhile: then the look is taken again.
    if (!stillSo) continue;
    found = [...faultsOf(state), ...floorApart(state, seen), ...picturesApart(seen), ...clocksApart(seen)];
    if (found.length === 0) return [];
  }
  return found;
}

interface Seen {
  readonly seat: string;
  readonly floor: string | null;
  readonly picture: string | null;
  readonly clockS: number | null;
}

async function look({ seat, page }: Seated): Promise<Seen> {
  const textOf = async (selector: string): Promise<string | null> => {
    const found = page.locator(selector);
    return (await found.count()) === 0 ? null : found.first().textContent({ timeout: 2_000 });
  };
  const picture = page.locator('.picture[data-shown]');
  return {
    seat,
    floor: await textOf('.chair-bridge'),
    picture: (await picture.count()) === 0 ? null : await picture.first().getAttribute('data-shown'),
    clockS: secondsIn(await textOf('.speech-clock-elapsed')),
  };
}

/** '4:05' or '1:04:05' anywhere in the words around it. */
function secondsIn(words: string | null): number | null {
  const figures = /(\d+):(\d{2})(?::(\d{2}))?/.exec(words ?? '');
  if (figures === null) return null;
  const [, a = '0', b = '0', c] = figures;
  return c === undefined ? Number(a) * 60 + Number(b) : Number(a) * AN_HOUR_S + Number(b) * 60 + Number(c);
}

function floorApart(state: ConferenceState, seen: readonly Seen[]): readonly string[] {
  const speech = speechOnFloor(state.floor);
  const { phase } = state.conference;
  const free = phase === 'live' ? chairText.nobody : null;
  const expected = speech === undefined ? free : bridgeOf(state.bridges, speech.bridgeId)?.name;
  if (expected === null) return [];
  return seen.flatMap(({ seat, floor }) =>
    floor === null || floor === expected ? [] : [`${seat} shows «${floor}» on the floor and not «${expected ?? ''}»`],
  );
}

/** Of the walls alone: a hall that is itself on air is not shown its own picture. */
function picturesApart(seen: readonly Seen[]): readonly string[] {
  const shown = seen.flatMap(({ seat, picture }) => (seat !== 'wall' || picture === null ? [] : [picture]));
  return new Set(shown).size > 1 ? [`the pictures differ: ${shown.join(', ')}`] : [];
}

function clocksApart(seen: readonly Seen[]): readonly string[] {
  const clocks = seen.flatMap(({ clockS }) => (clockS === null ? [] : [clockS]));
  const apart = Math.max(...clocks) - Math.min(...clocks);
  return clocks.length > 1 && apart > CLOCK_APART_S ? [`the clocks differ: ${clocks.join(' s, ')} s`] : [];
}

/** The journal is whole, and gives the very state that the server shows. */
export async function journalFaults({ journal, secretary }: ChaosHall): Promise<readonly string[]> {
  const db = new Sqlite(journal, { readonly: true });
  try {
    const shown = JSON.stringify(encodeState(await secretary.state()));
    const recorded = createSqliteEvents(db).read(secretary.conference, 0, Number.MAX_SAFE_INTEGER);
    const folded = recorded.reduce((state, { event }) => evolve(state, event), initialState);
    const changed = firstChangedLine(db, secretary.conference);
    return [
      ...(changed === null ? [] : [`the chain breaks at ${changed}`]),
      ...(JSON.stringify(encodeState(folded)) === shown
        ? []
        : ['the journal gives another state than the server shows']),
    ];
  } finally {
    db.close();
  }
}
