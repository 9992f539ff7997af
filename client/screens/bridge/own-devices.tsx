import { useState } from 'react';
import type { BridgeId } from '../../../shared/domain/ids.ts';
import { devicesOf } from '../../../shared/domain/onair/onair.ts';
import { publishingOf } from '../../../shared/views/media-plan.ts';
import { useMedia } from '../../media/media-context.ts';
import { type CaptureStatus, useOwnDevices } from '../../media/own-capture.ts';
import { useRoomStatus } from '../../media/room-status.ts';
import type { DevicePart } from '../../media/take-over.tsx';
import { CommandButton } from '../../parts/command-button.tsx';
import { LanguageSwitch } from '../../parts/language-switch.tsx';
import { Shape } from '../../parts/shape.tsx';
import { useConference } from '../../sync/conference-provider.tsx';
import { useReadable } from '../../sync/use-readable.ts';
import { text } from '../../text/text.ts';
import { DeviceDialog } from './device-dialog.tsx';
import { LevelMeter, OwnPicture } from './own-picture.tsx';
import { useCalmed } from './use-calmed.ts';

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
      <GivenAway own={own} part="picture" />
      <GivenAway own={own} part="sound" />
      {choosing ? <DeviceDialog onClose={() => setChoosing(false)} /> : null}
    </section>
  );
}

function faultsOf(camera: CaptureStatus, microphone: CaptureStatus): readonly string[] {
  if (camera === 'refused' && microphone === 'refused') return [words().bothRefused];
  if (camera === 'missing' && microphone === 'missing') return [words().bothMissing];
  return [
    ...(camera === 'missing' || camera === 'refused' ? [words().camera[camera]] : []),
    ...(microphone === 'missing' || microphone === 'refused' ? [words().microphone[microphone]] : []),
  ];
}

/** Another device stands in for this machine: said, and taken back with one press. */
function GivenAway({ own, part }: { readonly own: BridgeId; readonly part: DevicePart }) {
  const { device } = useMedia();
  const chosen = useConference(({ onair }) => devicesOf(onair, own)[part] ?? null);
  if (chosen === null || chosen === device) return null;
  const { elsewhere, back } = text.joining.takeOver[part];
  return (
    <div className="bridge-own-note" role="status">
      <p>
        <Shape name="look" /> {elsewhere}
      </p>
      <CommandButton label={back} make={() => ({ type: 'chooseDevice', bridgeId: own, part, device: null })} />
    </div>
  );
}

/** The permission travels apart from the call: so long it is not said that the sound goes another way. */
const CALM_MS = 2_500;

function MicrophoneState({ own, status }: { readonly own: BridgeId; readonly status: CaptureStatus }) {
  const open = useConference(
    (state) => publishingOf(state, { bridgeId: own, device: 'hall', isVoice: true }).microphone,
  );
  const joined = useRoomStatus() === 'connected';
  const { microphone: sent } = useReadable(useMedia().sending);
  const elsewhere = useCalmed(open && joined && !sent, CALM_MS) && !sent;
  const sentence = microphoneSentence({ open, joined, elsewhere });
  return (
    <div className="bridge-own-microphone" data-open={open && joined && !elsewhere}>
      <p>{status === 'live' ? sentence : withoutMicrophone(status)}</p>
      {status === 'live' ? <LevelMeter /> : null}
    </div>
  );
}

function microphoneSentence(is: Readonly<Record<'open' | 'joined' | 'elsewhere', boolean>>): string {
  if (!is.open) return words().microphoneClosed;
  if (is.elsewhere) return text.joining.own.elsewhere;
  return is.joined ? words().microphoneOpen : words().microphoneNotHeard;
}

/** Whether it is off is said where the picture would be. */
function withoutMicrophone(status: Exclude<CaptureStatus, 'live'>): string {
  if (status === 'off') return '';
  return status === 'starting' ? words().microphone.starting : words().noMicrophone;
}
