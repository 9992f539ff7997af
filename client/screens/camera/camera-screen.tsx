import { type Bridge, isOnStage } from '../../../shared/domain/bridges/bridge.ts';
import type { ConferenceId } from '../../../shared/domain/ids.ts';
import { devicesOf } from '../../../shared/domain/onair/onair.ts';
import { useMedia } from '../../media/media-context.ts';
import { MediaProvider } from '../../media/media-provider.tsx';
import { useOwnDevices } from '../../media/own-capture.ts';
import { useRoomStatus } from '../../media/room-status.ts';
import { TakeOver } from '../../media/take-over.tsx';
import { LanguageSwitch } from '../../parts/language-switch.tsx';
import { OwnBridge } from '../../parts/own-bridge.tsx';
import { Shape } from '../../parts/shape.tsx';
import { useWakeLock } from '../../parts/use-wake-lock.ts';
import { ConferenceProvider, useConference } from '../../sync/conference-provider.tsx';
import { text } from '../../text/text.ts';
import { DeviceField } from '../bridge/device-field.tsx';
import { OwnPicture } from '../bridge/own-picture.tsx';
import { OwnPictureVerdict } from '../bridge/own-picture-verdict.tsx';
import '../bridge/devices.css';
import './camera.css';

const words = () => text.joining.camera;

/** A second camera of a hall: it stands by, silent, and becomes the hall's picture on one press. */
export function CameraScreen({ conference }: { readonly conference: ConferenceId }) {
  return (
    <ConferenceProvider conference={conference}>
      <OwnBridge className="camera-screen" draw={drawCamera} />
    </ConferenceProvider>
  );
}

/** A bridge that only watches has no camera in the conference. */
const drawCamera = (bridge: Bridge) =>
  isOnStage(bridge) ? (
    <MediaProvider own={bridge.bridgeId} as="camera">
      <Standing bridge={bridge} />
    </MediaProvider>
  ) : null;

function Standing({ bridge }: { readonly bridge: Bridge }) {
  useWakeLock();
  const { camera, stream, cameras, chosenCamera, chooseCamera, retry } = useOwnDevices();
  return (
    <main className="camera-screen">
      <header className="camera-head">
        <h1>{bridge.name}</h1>
        <p>{words().title}</p>
      </header>
      <div className="camera-picture">
        <OwnPicture stream={stream} status={camera} />
      </div>
      <CameraState bridge={bridge} />
      {camera === 'missing' || camera === 'refused' ? (
        <div className="camera-line" role="alert">
          <Shape name="look" /> {text.bridge.own.camera[camera]}
          <button type="button" className="button" data-tone="plain" onClick={retry}>
            {text.bridge.own.retry}
          </button>
        </div>
      ) : null}
      {camera === 'live' ? <OwnPictureVerdict /> : null}
      <TakeOver part="picture" />
      <DeviceField
        label={text.joining.devices.camera}
        devices={cameras}
        chosen={chosenCamera}
        onChoose={chooseCamera}
      />
      <p className="camera-hint">{words().silent}</p>
      <LanguageSwitch />
    </main>
  );
}

/** What stands before the press; whether the hall is on air is not this machine's to say. */
function CameraState({ bridge }: { readonly bridge: Bridge }) {
  const { device } = useMedia();
  const { camera } = useOwnDevices();
  const room = useRoomStatus();
  const joined = room === 'connected';
  const chosen = useConference(({ onair }) => devicesOf(onair, bridge.bridgeId).picture === device);
  if (camera === 'off') return <p className="camera-line">{words().off}</p>;
  if (joined && chosen) return null;
  if (!joined) {
    return (
      <p className="camera-line" role="status">
        <Shape name="look" /> {room === 'full' ? text.bridge.trouble.full : words().notJoined}
      </p>
    );
  }
  return (
    <p className="camera-line" role="status">
      <Shape name="off" /> {words().standby}
    </p>
  );
}
