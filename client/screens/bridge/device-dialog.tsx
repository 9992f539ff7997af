import { useOwnDevices } from '../../media/own-capture.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { type Choice, ChoiceField } from '../../parts/field.tsx';
import { text } from '../../text/text.ts';

const words = () => text.bridge.devices;

/** Which camera, microphone and speaker; the choice takes effect at once and is remembered on this machine. */
export function DeviceDialog({ onClose }: { readonly onClose: () => void }) {
  const devices = useOwnDevices();
  const canChooseSpeaker = 'setSinkId' in HTMLMediaElement.prototype;
  return (
    <Dialog title={words().title} onClose={onClose} className="bridge-dialog bridge-devices">
      <DeviceField
        label={words().camera}
        devices={devices.cameras}
        chosen={devices.chosenCamera}
        onChoose={devices.chooseCamera}
      />
      <DeviceField
        label={words().microphone}
        devices={devices.microphones}
        chosen={devices.chosenMicrophone}
        onChoose={devices.chooseMicrophone}
      />
      {canChooseSpeaker ? (
        <DeviceField
          label={words().speaker}
          devices={devices.speakers}
          chosen={devices.chosenSpeaker}
          onChoose={devices.chooseSpeaker}
        />
      ) : (
        <p className="bridge-hint">{words().speakerFixed}</p>
      )}
      <p className="bridge-hint">{words().remembered}</p>
      <div className="bridge-actions">
        <button type="button" className="button" data-tone="primary" onClick={onClose}>
          {words().close}
        </button>
      </div>
    </Dialog>
  );
}

interface DeviceFieldProps {
  readonly label: string;
  readonly devices: readonly MediaDeviceInfo[];
  readonly chosen: string | null;
  readonly onChoose: (deviceId: string) => void;
}

function DeviceField({ label, devices, chosen, onChoose }: DeviceFieldProps) {
  const named = devices.map(
    (device, index): Choice => ({
      value: device.deviceId,
      label: device.label === '' ? words().unnamed(label, index + 1) : device.label,
    }),
  );
  const known = named.some(({ value }) => value === chosen);
  const first: Choice = { value: '', label: devices.length === 0 ? words().none : words().automatic };
  return (
    <ChoiceField
      label={label}
      choices={[first, ...named]}
      value={known && chosen !== null ? chosen : ''}
      disabled={devices.length === 0}
      onChange={(event) => {
        if (event.target.value !== '') onChoose(event.target.value);
      }}
    />
  );
}
