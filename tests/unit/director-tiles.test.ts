import { describe, expect, test } from 'vitest';
import { createArmGesture } from '../../client/screens/director/arm-gesture.ts';
import { drawLevel, type MeterBar } from '../../client/screens/director/draw-level.ts';
import { steppedDown } from '../../client/screens/director/stepped-down.tsx';
import { createCell } from '../../client/sync/cell.ts';
import { deviceSchema } from '../../shared/domain/lines/device.ts';
import type { Telemetry } from '../../shared/protocol/telemetry.ts';
import { selfReportOf, tileTrouble } from '../../shared/views/tile-trouble.ts';
import { anGiang, NOW, quangBinh } from '../support/builders.ts';

describe('pressed or held', () => {
  function gesture() {
    const done: string[] = [];
    let ring: (() => void) | null = null;
    const made = createArmGesture({
      now: () => 0,
      after: (_, act) => {
        ring = act;
        return () => {
          ring = null;
        };
      },
      onPress: () => done.push('armed'),
      onHeld: () => done.push('cut'),
    });
    return { ...made, full: () => ring?.(), done };
  }

  test('[DIR18] let go in time it is prepared, held until it is full it goes on air, and never both', () => {
    const pressed = gesture();
    pressed.begin();
    pressed.finish();
    expect(pressed.done).toEqual(['armed']);

    const held = gesture();
    held.begin();
    held.full();
    held.finish();
    expect(held.done).toEqual(['cut']);
  });

  test('[DIR19] what takes the finger away leaves nothing done', () => {
    const left = gesture();
    left.begin();
    left.cancel();
    left.full();
    left.finish();
    expect(left.done).toEqual([]);
  });

  test('[DIR20] when program changes under the finger nothing is cut, and the press still prepares', () => {
    const changed = gesture();
    changed.begin();
    changed.withdrawCut();
    changed.full();
    changed.finish();
    expect(changed.done).toEqual(['armed']);
  });
});

describe('what a tile tells', () => {
  const telemetry: Telemetry = {
    camera: 'live',
    microphone: 'ready',
    level: 0.5,
    media: 'connected',
    device: deviceSchema.parse('hall-1'),
    picture: 'moving',
    figures: null,
    transport: null,
    clockOffsetMs: null,
    reception: 'full',
  };

  test('[DIR21] the worst of a hall is said: gone, then what was measured, then what it says itself', () => {
    const since = NOW;
    const faults = { slowLine: since, blackPicture: since };
    expect(tileTrouble({ status: 'lost', since }, faults, 'camera')).toEqual({ kind: 'lost', since });
    expect(tileTrouble({ status: 'untried' }, {}, null)).toEqual({ kind: 'untried' });
    expect(tileTrouble({ status: 'online', since }, faults, 'camera')).toEqual({
      kind: 'fault',
      fault: 'blackPicture',
      others: 1,
    });
    expect(tileTrouble({ status: 'online', since }, {}, 'camera')).toEqual({ kind: 'self', report: 'camera' });
    expect(tileTrouble({ status: 'online', since }, {}, null)).toBeNull();
  });

  test('[DIR22] a screen that stepped down by itself is seen', () => {
    expect(selfReportOf(telemetry)).toBeNull();
    expect(selfReportOf({ ...telemetry, reception: 'smallPictures' })).toBe('smallPictures');
    expect(selfReportOf({ ...telemetry, media: 'reconnecting', reception: 'noGrid' })).toBe('media');
    expect(selfReportOf(null)).toBeNull();
    const cells = new Map([anGiang, quangBinh].map((id) => [id, createCell<Telemetry | null>(null)]));
    const of = (id: typeof anGiang) => cells.get(id) ?? createCell<Telemetry | null>(null);
    const count = steppedDown({ of }, [anGiang, quangBinh]);
    expect(count.get()).toBe(0);
    of(quangBinh).set({ ...telemetry, reception: 'noGrid' });
    expect(count.get()).toBe(1);
  });

  test('[DIR23] a level is written into its own bar alone, and only when it is another one', () => {
    const writes: string[] = [];
    const bar: MeterBar = {
      style: {
        set transform(value: string) {
          writes.push(value);
        },
      },
      dataset: {},
    };
    const cell = createCell<Telemetry | null>(telemetry);
    const end = drawLevel(cell, bar);
    cell.set({ ...telemetry });
    cell.set({ ...telemetry, level: 0.512 });
    cell.set({ ...telemetry, level: 0.9, microphone: 'live' });
    expect(bar.dataset['open']).toBe('true');
    cell.set(null);
    expect(writes).toEqual(['scaleY(0.5)', 'scaleY(0.9)', 'scaleY(0)']);
    end();
    cell.set(telemetry);
    expect(writes).toHaveLength(3);
  });
});
