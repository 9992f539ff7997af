import { type Choice, ChoiceField } from '../../parts/field.tsx';
import { text } from '../../text/text.ts';

const words = () => text.bridge.devices;

interface DeviceFieldProps {
  readonly label: string;
  readonly devices: readonly MediaDeviceInfo[];
  readonly chosen: string | null;
  readonly onChoose: (deviceId: string) => void;
}

/** One of the devices that are plugged in, or the browser's choice. It takes effect at once. */
export function DeviceField({ label, devices, chosen, onChoose }: DeviceFieldProps) {
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
      onChange={(event) => onChoose(event.target.value)}
    />
  );
}
