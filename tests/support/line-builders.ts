import type { EventOf } from '../../shared/domain/event.ts';
import { type BridgeId, checkGroupIdSchema } from '../../shared/domain/ids.ts';
import type { CheckResult, LineFault, LineFigures } from '../../shared/domain/lines/line.ts';
import { telemetrySchema } from '../../shared/protocol/telemetry.ts';
import { NOW } from './builders.ts';

/** A fault that the server has found. */
export const faulty = (bridgeId: BridgeId, fault: LineFault, since = NOW): EventOf<'lineFaultFound'> => ({
  type: 'lineFaultFound',
  at: since,
  bridgeId,
  fault,
  since,
});

export const checkStarted = (bridgeId: BridgeId, at = NOW): EventOf<'lineCheckStarted'> => ({
  type: 'lineCheckStarted',
  at,
  bridgeId,
});

export const checked = (
  bridgeId: BridgeId,
  verdict: CheckResult['verdict'],
  at = NOW,
): EventOf<'lineCheckFinished'> => ({
  type: 'lineCheckFinished',
  at,
  bridgeId,
  result: { at, verdict, remark: verdict === 'pass' ? null : 'Tiếng nhỏ', tester: 'Kỹ thuật viên', measured: null },
});

export const scheduled = (
  ...groups: readonly { readonly startsAt: number; readonly bridgeIds: readonly BridgeId[] }[]
): EventOf<'lineChecksScheduled'> => ({
  type: 'lineChecksScheduled',
  at: NOW,
  groups: groups.map(({ startsAt, bridgeIds }, place) => ({
    groupId: checkGroupIdSchema.parse(`nhom-${place + 1}`),
    name: `Nhóm ${place + 1}`,
    startsAt,
    minutesEach: 5,
    bridgeIds: [...bridgeIds],
  })),
  dropped: [],
});

export const figures = (rest: Partial<LineFigures> = {}): LineFigures => ({
  upKbps: 1_800,
  downKbps: 2_200,
  lossUp: 0,
  lossDown: 0.2,
  jitterMs: 4,
  roundTripMs: 38,
  width: 1_280,
  height: 720,
  framesPerSecond: 25,
  freezes: 0,
  ...rest,
});

/** What a hall in order measures of itself. */
export const telemetry = (rest: Readonly<Record<string, unknown>> = {}) =>
  telemetrySchema.parse({
    camera: 'live',
    microphone: 'ready',
    level: 0.2,
    media: 'connected',
    device: 'hall-a1',
    picture: 'moving',
    figures: figures(),
    transport: 'udp',
    clockOffsetMs: 12,
    reception: 'full',
    ...rest,
  });
