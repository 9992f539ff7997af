import { useEffect, useRef, useState } from 'react';
import type { BridgeId } from '../../../shared/domain/ids.ts';
import { publishingOf } from '../../../shared/views/media-plan.ts';
import { type CaptureStatus, useOwnDevices, useOwnLevel } from '../../media/own-capture.ts';
import { useRoomStatus } from '../../media/room-status.ts';
import { LanguageSwitch } from '../../parts/language-switch.tsx';
import { Shape } from '../../parts/shape.tsx';
import { useConference } from '../../sync/conference-provider.tsx';
import { text } from '../../text/text.ts';
import { DeviceDialog } from './device-dialog.tsx';

const words = () => text.bridge.own;

/** The hall's own camera and microphone: what is sent, how loud, and what to do when something is missing. */
export function OwnDevices({ own }: { readonly own: BridgeId }) {
  const { camera, microphone, stream, retry } = useOwnDevices();
  const [choosing, setChoosing] = useState(false);
  const faults = faultsOf(camera, microphone);
  return (
    <section className="bridge-own" aria-label={words().heading}>
      <OwnPicture stream={stream} status={camera} />
      <div className="bridge-own-side">
        <MicrophoneState own={own} status={microphone} />
        <div className="bridge-actions">
          <button type="button" className="button" data-tone="plain" onClick={() => setChoosing(true)}>
            {words().devices}
          </button>
          <LanguageSwitch />
        </div>
      </div>
      {faults.length === 0 ? null : (
        <div className="bridge-own-fault" role="status">
          <p>
            <Shape name="look" /> {faults.join(' ')}
          </p>
          <button type="button" className="button" data-tone="plain" onClick={retry}>
            {words().retry}
          </button>
        </div>
      )}
      {choosing ? <DeviceDialog onClose={() => setChoosing(false)} /> : null}
    </section>
  );
}

function faultsOf(camera: CaptureStatus, microphone: CaptureStatus): readonly string[] {
  if (camera === 'refused' && microphone === 'refused') return [words().bothRefused];
  if (camera === 'missing' && microphone === 'missing') return [words().bothMissing];
  const isFault = (status: CaptureStatus): boolean => status === 'missing' || status === 'refused';
  return [
    ...(isFault(camera) ? [words().camera[camera]] : []),
    ...(isFault(microphone) ? [words().microphone[microphone]] : []),
  ];
}

interface PictureProps {
  readonly stream: MediaStream | null;
  readonly status: CaptureStatus;
}

function OwnPicture({ stream, status }: PictureProps) {
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    if (video.current !== null) video.current.srcObject = stream;
  }, [stream]);
  return (
    <div className="bridge-own-picture">
      <video ref={video} autoPlay muted playsInline disablePictureInPicture aria-label={words().preview} />
      {status === 'live' ? null : <p>{status === 'starting' ? words().camera.starting : words().noPicture}</p>}
    </div>
  );
}

function MicrophoneState({ own, status }: { readonly own: BridgeId; readonly status: CaptureStatus }) {
  const open = useConference(
    (state) => publishingOf(state, { bridgeId: own, device: 'hall', isVoice: true }).microphone,
  );
  const joined = useRoomStatus() === 'connected';
  const sentence = open ? (joined ? words().microphoneOpen : words().microphoneNotHeard) : words().microphoneClosed;
  return (
    <div className="bridge-own-microphone" data-open={open && joined}>
      {status === 'live' ? (
        <>
          <p>{sentence}</p>
          <LevelMeter />
        </>
      ) : (
        <p>{status === 'starting' ? words().microphone.starting : words().noMicrophone}</p>
      )}
    </div>
  );
}

/** Alone in its component: ten times a second nothing else is drawn. */
function LevelMeter() {
  const level = useOwnLevel();
  return (
    <div
      className="bridge-meter"
      role="meter"
      aria-label={words().level}
      aria-valuemin={0}
      aria-valuemax={1}
      aria-valuenow={level}
    >
      <div style={{ transform: `scaleX(${level})` }} />
    </div>
  );
}
