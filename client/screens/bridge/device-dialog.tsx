import { type OwnDeviceChoice, useOwnDevices } from '../../media/own-capture.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { text } from '../../text/text.ts';
import { DeviceField } from './device-field.tsx';
import { LineFiguresList } from './line-figures-list.tsx';
import { LevelMeter, OwnPicture } from './own-picture.tsx';
import { OwnPictureVerdict } from './own-picture-verdict.tsx';
import { SpeakerTest } from './speaker-test.tsx';
import './devices.css';

const words = () => text.joining.devices;

/** The device page: what this room sends and hears with, each tried on the spot, and how its line is. */
export function DeviceDialog({ onClose }: { readonly onClose: () => void }) {
  const devices = useOwnDevices();
  return (
    <Dialog title={words().title} onClose={onClose} className="bridge-dialog bridge-devices">
      <CameraPart {...devices} />
      <MicrophonePart {...devices} />
      <SpeakerPart {...devices} />
      <section className="device-part" aria-label={text.joining.figures.heading}>
        <h3>{text.joining.figures.heading}</h3>
        <LineFiguresList />
      </section>
      <p className="bridge-hint">{words().remembered}</p>
      <div className="bridge-actions">
        <button type="button" className="button" data-tone="primary" onClick={onClose}>
          {text.bridge.devices.close}
        </button>
      </div>
    </Dialog>
  );
}

function CameraPart({ camera, stream, cameras, chosenCamera, chooseCamera }: OwnDeviceChoice) {
  return (
    <section className="device-part" aria-label={words().camera}>
      <DeviceField label={words().camera} devices={cameras} chosen={chosenCamera} onChoose={chooseCamera} />
      <div className="device-picture">
        <OwnPicture stream={stream} status={camera} />
        <OwnPictureVerdict />
      </div>
    </section>
  );
}

function MicrophonePart({ microphone, microphones, chosenMicrophone, chooseMicrophone }: OwnDeviceChoice) {
  return (
    <section className="device-part" aria-label={words().microphone}>
      <DeviceField
        label={words().microphone}
        devices={microphones}
        chosen={chosenMicrophone}
        onChoose={chooseMicrophone}
      />
      {microphone === 'live' ? (
        <>
          <LevelMeter />
          <p className="bridge-hint">{words().speak}</p>
        </>
      ) : null}
    </section>
  );
}

function SpeakerPart({ speakers, chosenSpeaker, chooseSpeaker }: OwnDeviceChoice) {
  const canChoose = 'setSinkId' in HTMLMediaElement.prototype;
  return (
    <section className="device-part" aria-label={words().speaker}>
      {canChoose ? (
        <DeviceField label={words().speaker} devices={speakers} chosen={chosenSpeaker} onChoose={chooseSpeaker} />
      ) : (
        <p className="bridge-hint">{text.bridge.devices.speakerFixed}</p>
      )}
      <SpeakerTest />
    </section>
  );
}
