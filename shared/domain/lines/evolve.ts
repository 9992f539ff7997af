import { unreachable } from '../../base/assert.ts';
import { putIn } from '../../base/persistent-map.ts';
import type { BridgeId } from '../ids.ts';
import type { LineEvent } from './events.ts';
import { type BridgeLine, type Lines, lineOf, MAX_RESULTS, NO_ANSWERS } from './line.ts';

export function evolveLines(lines: Lines, event: LineEvent): Lines {
  switch (event.type) {
    case 'lineChecksScheduled':
      return { ...lines, timetable: event.groups };
    case 'lineCheckStarted':
      return amended(lines, event.bridgeId, () => ({ check: { startedAt: event.at, answers: NO_ANSWERS } }));
    case 'checkPointAnswered': {
      const { side, point, yes } = event;
      return amended(lines, event.bridgeId, ({ check }) => ({
        check: check && {
          ...check,
          answers: { ...check.answers, [point]: { ...check.answers[point], [side]: yes } },
        },
      }));
    }
    case 'lineCheckFinished':
      return amended(lines, event.bridgeId, ({ results }) => ({
        check: null,
        results: [...results, event.result].slice(-MAX_RESULTS),
      }));
    case 'lineCheckAbandoned':
      return amended(lines, event.bridgeId, () => ({ check: null }));
    case 'lineFaultFound':
      return amended(lines, event.bridgeId, (one) => ({
        faults: { ...one.faults, [event.fault]: event.since },
        found: { ...one.found, [event.fault]: (one.found[event.fault] ?? 0) + 1 },
      }));
    case 'lineFaultCleared':
      return amended(lines, event.bridgeId, ({ faults: { [event.fault]: _, ...others } }) => ({ faults: others }));
    default:
      return unreachable(event);
  }
}

function amended(lines: Lines, bridgeId: BridgeId, change: (one: BridgeLine) => Partial<BridgeLine>): Lines {
  const one = lineOf(lines, bridgeId);
  return { ...lines, byBridge: putIn(lines.byBridge, bridgeId, { ...one, ...change(one) }) };
}
