import { entriesOf } from '../../base/persistent-map.ts';
import type { ConferenceEvent } from '../event.ts';
import { bridgeIdSchema } from '../ids.ts';
import type { ConferenceState } from '../state.ts';

/** Ends every line check that runs, without a result. */
export const abandoningChecks = ({ lines }: ConferenceState, at: number): readonly ConferenceEvent[] =>
  entriesOf(lines.byBridge).flatMap(([id, { check }]) =>
    check === null ? [] : [{ type: 'lineCheckAbandoned', at, bridgeId: bridgeIdSchema.parse(id) } as const],
  );
