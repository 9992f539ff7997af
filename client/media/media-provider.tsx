import { type ReactNode, useEffect, useState } from 'react';
import type { BridgeId } from '../../shared/domain/ids.ts';
import type { DeviceKind } from '../../shared/domain/lines/device.ts';
import { devicesOf } from '../../shared/domain/onair/onair.ts';
import { hasMedia, heardBy, pictureOf } from '../../shared/views/media-plan.ts';
import { createCell } from '../sync/cell.ts';
import { useSync } from '../sync/conference-context.ts';
import { useConference } from '../sync/conference-provider.tsx';
import type { ConferenceSync } from '../sync/conference-sync.ts';
import { getMediaToken } from '../sync/http.ts';
import { deviceName } from './device-name.ts';
import { LineMeter } from './line-meter.ts';
import { type Media, MediaContext, useMedia } from './media-context.ts';
import { OwnCapture } from './own-capture-store.ts';
import { SENDS_NOTHING } from './publish.ts';
import { PublishOwn } from './publish-own.tsx';
import { useReception } from './reception.ts';
import { ReplacedNotice } from './replaced-notice.tsx';
import { ScreenCapture } from './screen-capture.ts';
import { SendTelemetry } from './send-telemetry.tsx';
import { StageRoom } from './stage-room.ts';

interface MediaProviderProps {
  /** The bridge that this screen stands in, null for a wall or a console. */
  readonly own: BridgeId | null;
  /** What this machine is for its bridge; null: it only watches (a wall, a console, a sub-bridge). */
  readonly as: DeviceKind | null;
  readonly children: ReactNode;
}

/**
 * Pictures and sound of a screen: joins the room, hears what the journal says, receives what mounted pictures wish.
 * Without LiveKit its children work all the same; only pictures and sound are missing.
 */
export function MediaProvider({ own, as, children }: MediaProviderProps) {
  const sync = useSync();
  const [media, setMedia] = useState<Media | null>(null);
  useEffect(() => {
    const opened = openMedia(sync, own, as);
    setMedia(opened);
    return () => {
      opened.stage.close();
      opened.capture.close();
      opened.screen.close();
      opened.line.close();
    };
  }, [sync, own, as]);
  if (media === null) return null;
  return (
    <MediaContext value={media}>
      {children}
      <Following />
      {as === null ? null : <Sending />}
      <ReplacedNotice />
    </MediaContext>
  );
}

function openMedia(sync: ConferenceSync, own: BridgeId | null, kind: DeviceKind | null): Media {
  const { conference, line } = sync;
  const device = deviceName(kind);
  const stage = new StageRoom({
    entrance: () => getMediaToken(conference, device),
    pictureOf: (bridgeId, present) => pictureOf(sync.main.get(), bridgeId, present),
    mediaState: sync.media,
    isLineOnline: () => line.status.get().status === 'online',
  });
  const meter = new LineMeter(stage.room);
  const screen = new ScreenCapture();
  const capture = new OwnCapture(own);
  const [sending, privately] = [createCell(SENDS_NOTHING), createCell(SENDS_NOTHING)];
  return { stage, capture, screen, line: meter, own, kind, device, sending, privately };
}

/** Tells the room whom the journal wants to be heard, and whether this machine stands in it. Draws nothing. */
function Following() {
  const { stage, own, kind, device } = useMedia();
  const isCompanion = kind !== null && kind !== 'hall';
  const heard = useConference((state) => (isCompanion ? [] : heardBy(state, own)));
  const devices = useConference(({ onair }) => onair.devices);
  const limit = useReception();
  const admitted = useConference((state) => {
    if (!hasMedia(state)) return false;
    const chosen = own === null ? {} : devicesOf(state.onair, own);
    return kind !== 'phone' || chosen.picture === device || chosen.sound === device;
  });
  useEffect(() => stage.hear(heard), [stage, heard]);
  useEffect(() => stage.limit(limit), [stage, limit]);
  useEffect(() => {
    if (devices !== undefined) stage.chooseAnew();
  }, [stage, devices]);
  useEffect(() => stage.admit(admitted), [stage, admitted]);
  return null;
}

/** Switches on what this machine is for, sends it, and tells the staff how it goes. Draws nothing. */
function Sending() {
  const { capture, own, kind, device } = useMedia();
  const camera = useConference((state) => {
    if (!hasMedia(state)) return false;
    const chosen = own !== null && devicesOf(state.onair, own).picture === device;
    return kind === 'hall' || kind === 'camera' || (kind === 'phone' && chosen);
  });
  const microphone = useConference((state) => {
    if (!hasMedia(state)) return false;
    const chosen = own !== null && devicesOf(state.onair, own).sound === device;
    return kind === 'hall' || chosen;
  });
  useEffect(() => capture.want({ camera, microphone }), [capture, camera, microphone]);
  return (
    <>
      <PublishOwn />
      <SendTelemetry />
    </>
  );
}
