import { type Device, type DeviceKind, deviceSchema } from '../../shared/domain/lines/device.ts';
import { newId } from '../sync/new-id.ts';

const STORED = 'diemcau.device';
/** Beside the longest kind, within what a device may be called. */
const MOST = 24;

const fresh = (): string => newId().slice(0, 12);

/**
 * The device half of the identity in the rooms. A machine that works for a bridge keeps its name, so that its second
 * tab, or the page after a reload, takes the first one's place; whoever only watches gets a new one and disturbs
 * nobody. The kind stands before the name: rights are given by it, and one machine may be several things.
 */
export function deviceName(kind: DeviceKind | null): Device {
  return deviceSchema.parse(`${kind ?? 'hall'}-${kind === null ? fresh() : ownName()}`);
}

function ownName(): string {
  const stored = localStorage.getItem(STORED);
  if (stored !== null && /^[a-z0-9-]{1,32}$/.test(stored)) return stored.slice(0, MOST);
  const name = fresh();
  localStorage.setItem(STORED, name);
  return name;
}
