import { bridgeOf } from '../../../../shared/domain/bridges/bridge.ts';
import type { Speech } from '../../../../shared/domain/floor/floor.ts';
import type { Source } from '../../../../shared/domain/onair/onair.ts';
import type { ConferenceState } from '../../../../shared/domain/state.ts';
import { sourceWords } from '../../../parts/source-words.ts';
import { text } from '../../../text/text.ts';
import type { Opened } from '../open-dialog.ts';
import type { PressGuard } from '../use-call-guard.ts';
import type { Rights } from '../use-rights.ts';

/** What the actions of the moment are made of. */
export interface FloorTools {
  readonly state: ConferenceState;
  readonly rights: Pick<Rights, 'reason' | 'may'>;
  /** The conference's clock, at the press. */
  readonly now: () => number;
  readonly callGuard: PressGuard;
  readonly paceGuard: PressGuard;
  readonly stepGuard: PressGuard;
  readonly open: (opened: Opened) => void;
}

export const placeOf = ({ bridges }: ConferenceState, { bridgeId }: Pick<Speech, 'bridgeId'>): string =>
  bridgeOf(bridges, bridgeId)?.shortName ?? text.console.goneBridge;

export const sourceName = (state: ConferenceState, source: Source): string => sourceWords(state, source);
