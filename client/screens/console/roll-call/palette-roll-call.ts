import { nextInRoll, runningRoll } from '../../../../shared/domain/attendance/roll-order.ts';
import { bridgeOf } from '../../../../shared/domain/bridges/bridge.ts';
import { text } from '../../../text/text.ts';
import { actionOf } from '../action.ts';
import type { FloorTools } from '../floor/floor-tools.ts';
import type { Opened } from '../open-dialog.ts';
import { command, type PaletteEntry, type WayEntry } from '../palette/palette-entry.ts';
import { enterPanel } from '../use-panel-cycle.ts';
import type { Rights } from '../use-rights.ts';
import { BLANK_CERTIFICATE, BLANK_ROLL } from './attendance-presses.tsx';

const words = () => text.rollCall.palette;

const way = (id: string, label: string, go: () => void): WayEntry => ({ kind: 'way', id, label, shortcut: null, go });

/** While a roll call runs: its next bridge, and its end. */
export function rollCallCommands({ state, rights }: FloorTools): readonly PaletteEntry[] {
  const roll = runningRoll(state);
  if (roll === null || !rights.may({ type: 'endRollCall' })) return [];
  const bridgeId = nextInRoll(roll);
  const name = bridgeId === null ? '' : (bridgeOf(state.bridges, bridgeId)?.shortName ?? '');
  const expectedBridgeId = roll.current?.bridgeId ?? null;
  const saying = { ...rights, otherwise: '' };
  const end = actionOf({ label: words().endRollCall }, { type: 'endRollCall' }, saying);
  const next = actionOf({ label: words().callNext(name) }, { type: 'callRoll', expectedBridgeId, bridgeId }, saying);
  return [...(bridgeId === null ? [] : [command('roll-next', next)]), command('roll-end', end)];
}

/** Ways to the roll call, the certificates and the ladder; what is not for this seat or this phase is not there. */
export function rollCallWays(open: (opened: Opened) => void, { may, fits }: Rights): readonly WayEntry[] {
  const has = (wish: Parameters<Rights['may']>[0]): boolean => may(wish) && fits(wish);
  return [
    ...(has(BLANK_ROLL)
      ? [
          way('roll-call', words().rollCall, () => open({ kind: 'rollCall' })),
          way('roll-panel', words().toPanel, () => enterPanel('roll')),
        ]
      : []),
    ...(may(BLANK_CERTIFICATE) ? [way('readiness', words().certificate, () => open({ kind: 'readiness' }))] : []),
    ...(may({ type: 'adoptProtocolRanks', rungs: [] })
      ? [way('sheet-ranks', words().ranks, () => open({ kind: 'sheet', tab: 'ranks' }))]
      : []),
  ];
}
