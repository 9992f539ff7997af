import { z } from 'zod';

/**
 * A machine of a bridge, as it names itself in the rooms: what it is for, and its own name. The kind is part of the
 * name because rights are given by it: only the hall's machine has a voice, a companion is silent by construction.
 */
export const DEVICE_KINDS = ['hall', 'camera', 'slides', 'phone'] as const;
export type DeviceKind = (typeof DEVICE_KINDS)[number];

/** `hall-4f1c2a`; machines of an earlier page named themselves without a kind and stood in the hall. */
export const deviceSchema = z
  .string()
  .regex(/^[a-z0-9-]{1,32}$/)
  .brand<'Device'>();
export type Device = z.infer<typeof deviceSchema>;

export function kindOfDevice(device: string): DeviceKind {
  const kind = device.split('-')[0];
  return DEVICE_KINDS.find((one) => one === kind) ?? 'hall';
}
