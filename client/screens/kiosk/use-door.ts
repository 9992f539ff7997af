import { useEffect, useState } from 'react';
import { attendanceOf } from '../../../shared/domain/attendance/attendance.ts';
import type { BridgeId } from '../../../shared/domain/ids.ts';
import { readBadge } from '../../sync/badges.ts';
import { useSync } from '../../sync/conference-context.ts';
import { useLine, useOwnBridge } from '../../sync/conference-provider.tsx';
import { getDelegates } from '../../sync/http.ts';
import { Door } from './door.ts';
import { DoorRoll } from './door-roll.ts';

export interface Doorway {
  readonly door: Door;
  readonly roll: DoorRoll;
}

/** The door of the bridge, for as long as the page stands. Its list is read again when the bridge's counters move. */
export function useDoor(bridgeId: BridgeId): Doorway | null {
  const sync = useSync();
  const [doorway, setDoorway] = useState<Doorway | null>(null);
  useEffect(() => {
    const { conference, line, time } = sync;
    const roll = new DoorRoll(getDelegates, conference, bridgeId);
    const door = new Door({
      conference,
      bridgeId,
      line,
      roll,
      state: () => sync.main.get(),
      now: () => time.now(),
      keeping: localStorage,
      ask: (badge) => readBadge(conference, badge),
    });
    setDoorway({ door, roll });
    return () => {
      door.close();
      roll.close();
    };
  }, [sync, bridgeId]);
  const named = useOwnBridge(({ attendance }) => attendanceOf(attendance, bridgeId).named);
  const online = useLine().status === 'online';
  // The counters and the return of the line say that rows may have changed; they are nothing that is read here.
  useEffect(() => {
    if (online) doorway?.roll.refresh();
  }, [doorway, named, online]);
  return doorway;
}
