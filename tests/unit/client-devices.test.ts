import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DeviceMemory } from '../../client/media/device-memory.ts';
import { deviceName } from '../../client/media/device-name.ts';
import { kindOfDevice } from '../../shared/domain/lines/device.ts';
import { anGiang, quangBinh } from '../support/builders.ts';

/** The browser's memory of this machine. */
class Memory {
  readonly #kept = new Map<string, string>();
  readonly getItem = (key: string): string | null => this.#kept.get(key) ?? null;
  readonly setItem = (key: string, value: string): void => void this.#kept.set(key, value);
}

beforeEach(() => vi.stubGlobal('localStorage', new Memory()));
afterEach(() => vi.unstubAllGlobals());

test('[DEV4] a machine keeps its name and says what it is for; whoever only watches is somebody new each time', () => {
  const hall = deviceName('hall');
  expect(deviceName('hall')).toBe(hall);
  expect(deviceName('camera')).toBe(hall.replace('hall-', 'camera-'));
  expect(['hall', 'camera', 'slides', 'phone'].map((kind) => kindOfDevice(`${kind}-1`))).toEqual([
    'hall',
    'camera',
    'slides',
    'phone',
  ]);
  const watchers = new Set(Array.from({ length: 20 }, () => deviceName(null)));
  expect(watchers.size).toBe(20);
  expect([...watchers].every((name) => kindOfDevice(name) === 'hall')).toBe(true);
});

test('[DEV4] the name of an earlier release is kept, cut to what a device may be called', () => {
  localStorage.setItem('diemcau.device', 'a'.repeat(32));
  expect(deviceName('camera')).toBe(`camera-${'a'.repeat(24)}`);
  localStorage.setItem('diemcau.device', 'Máy của tôi');
  expect(deviceName('hall')).toMatch(/^hall-[a-z0-9-]{12}$/);
});

test('[DEV5] each room remembers its own devices; an earlier release’s choice stands in until then', () => {
  localStorage.setItem('diemcau.camera', 'old');
  const here = new DeviceMemory(anGiang);
  const there = new DeviceMemory(quangBinh);
  expect(here.chosen()).toEqual({ chosenCamera: 'old', chosenMicrophone: null, chosenSpeaker: null });
  expect(here.keep('camera', 'ptz')).toBe('ptz');
  expect(new DeviceMemory(anGiang).chosen().chosenCamera).toBe('ptz');
  expect(there.chosen().chosenCamera).toBe('old');
  expect(here.keep('camera', '')).toBeNull();
  expect(new DeviceMemory(anGiang).chosen().chosenCamera, 'the choice may be given back to the browser').toBeNull();
});
