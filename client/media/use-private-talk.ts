import type { PrivateTalk } from '../../shared/views/media-plan.ts';
import { createCell, type Readable } from '../sync/cell.ts';
import { useReadable } from '../sync/use-readable.ts';
import type { RoomStatus } from './media-room.ts';
import type { CaptureStatus } from './own-capture-store.ts';
import type { PrivateRoom } from './private-room.ts';
import { useOtherSide, useTalkContext } from './private-talk-context.ts';
import { SENDS_NOTHING, type Sending } from './publish.ts';

export interface PrivateTalkState {
  /** What runs between the centre and this bridge; null: nothing. */
  readonly kind: PrivateTalk['kind'] | null;
  /** Whether this machine is in the private room or on its way; null: another of the bridge is, or none. */
  readonly status: RoomStatus | null;
  /** The devices of this side, for a word about what is missing. */
  readonly camera: CaptureStatus;
  readonly microphone: CaptureStatus;
  /** What this machine really sends to the other side. */
  readonly sending: Sending;
  /** What of the other side has arrived. */
  readonly seesThem: boolean;
  readonly hearsThem: boolean;
  readonly muted: boolean;
  readonly setMuted: (muted: boolean) => void;
}

type Devices = Pick<PrivateTalkState, 'camera' | 'microphone'>;

interface Readings {
  readonly status: Readable<RoomStatus | null>;
  readonly devices: Readable<Devices>;
  readonly sending: Readable<Sending>;
  readonly muted: Readable<boolean>;
}

const APART: Readings = {
  status: createCell<RoomStatus | null>(null),
  devices: createCell<Devices>({ camera: 'off', microphone: 'off' }),
  sending: createCell(SENDS_NOTHING),
  muted: createCell(false),
};
const NO_LEVEL: Readable<number> = createCell(0);

const readingsOf = (joined: PrivateRoom | null): Readings =>
  joined === null ? APART : { ...joined, status: joined.room.status, devices: joined.capture.devices };

/** How the private talk stands; inside a PrivateTalk. */
export function usePrivateTalk(): PrivateTalkState {
  const { talk, joined } = useTalkContext();
  const { picture, sounds } = useOtherSide();
  const readings = readingsOf(joined);
  const { camera, microphone } = useReadable(readings.devices);
  return {
    kind: talk?.kind ?? null,
    status: useReadable(readings.status),
    camera,
    microphone,
    sending: useReadable(readings.sending),
    seesThem: picture !== null,
    hearsThem: sounds.length > 0,
    muted: useReadable(readings.muted),
    setMuted: (muted) => joined?.muted.set(muted),
  };
}

/** How loud the other side and the own microphone are, 0 to 1; re-drawn ten times a second: for the bars alone. */
export function usePrivateLevels(): { readonly theirs: number; readonly own: number } {
  const { joined } = useTalkContext();
  const theirs = useReadable(joined?.theirs.level ?? NO_LEVEL);
  const own = useReadable(joined?.capture.meter.level ?? NO_LEVEL);
  return { theirs, own };
}
