import { createContext, useContext } from 'react';
import type { BridgeId } from '../../shared/domain/ids.ts';
import type { Device, DeviceKind } from '../../shared/domain/lines/device.ts';
import type { Cell } from '../sync/cell.ts';
import type { LineMeter } from './line-meter.ts';
import type { OwnCapture } from './own-capture-store.ts';
import type { Sending } from './publish.ts';
import type { ScreenCapture } from './screen-capture.ts';
import type { StageRoom } from './stage-room.ts';

export interface Media {
  readonly stage: StageRoom;
  readonly capture: OwnCapture;
  readonly screen: ScreenCapture;
  readonly line: LineMeter;
  readonly own: BridgeId | null;
  /** What this machine is for its bridge; null: it only watches. */
  readonly kind: DeviceKind | null;
  /** Its name in the rooms. */
  readonly device: Device;
  /** What it really sends into the stage room. */
  readonly sending: Cell<Sending>;
  /** And into the private room with the centre. */
  readonly privately: Cell<Sending>;
}

export const MediaContext = createContext<Media | null>(null);

export function useMedia(): Media {
  const media = useContext(MediaContext);
  if (media === null) throw new Error('used outside a MediaProvider');
  return media;
}
