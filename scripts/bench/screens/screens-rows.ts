import { latency, type Row, spread } from '../row.ts';
import type { BroadcastFigures } from './broadcasts.ts';
import type { ScreensFigures } from './screens.ts';
import type { StormFigure, StormFigures } from './storm.ts';

/** What one switch may cut off at once (docs/faults.md, X08); beyond that there is no aim but the CPU. */
const SWITCH_SCREENS = 1_000;

export const screensRows = ({ broadcasts, storm }: ScreensFigures): readonly Row[] => [
  ...broadcasts.flatMap(broadcastRows),
  ...stormRows(storm),
];

function broadcastRows(figures: BroadcastFigures): readonly Row[] {
  const { screens, memory, cpuMs, bareCpuMs, frameBytes, cpuRatio, lastMs, bareLastMs } = figures;
  return [
    [
      `CPU of a broadcast to ${screens}`,
      spread(cpuMs),
      `${spread(bareCpuMs)} (ws, ${frameBytes} B)`,
      String(cpuRatio),
      '≤ 1.2',
    ],
    [`  commit → last of ${screens} screens`, spread(lastMs), `${spread(bareLastMs)} (ws)`, '', ''],
    ['  the command itself → acknowledged', latency(figures.acknowledged), '', '', ''],
    ['  commands of another conference meanwhile', latency(figures.meanwhile), '', '', ''],
    ['  longest block of the event loop', String(figures.longestBlockMs), `${figures.bareLongestBlockMs} (ws)`, '', ''],
    ['  memory of a screen, KiB', String(memory.ours), `${memory.bare} (ws)`, '', ''],
    ['  CPU of a second at rest', String(figures.atRestCpuMs), '', '', ''],
  ];
}

function stormRows(storm: StormFigures): readonly Row[] {
  const { screens, stateBytes, packedBytes, whole, bareWhole, resumed, bareResumed } = storm;
  const ofSwitch = (aim: string): string => (screens <= SWITCH_SCREENS ? aim : '');
  const kb = (bytes: number): string => `${Math.round(bytes / 1_000)} kB`;
  return [
    [
      `${screens} cut, back with ${kb(stateBytes)} of state: CPU a screen`,
      String(whole.cpuMs),
      `${bareWhole.cpuMs} (Socket.IO, ${kb(packedBytes)} packed before)`,
      String(storm.wholeRatio),
      '≤ 1.5',
    ],
    ['  cut → in step, half of them / the last', backAfter(whole), backAfter(bareWhole), '', ofSwitch('≤ 15000')],
    ['  commands of another conference meanwhile', latency(storm.meanwhile), '', '', ''],
    ['  longest block of the event loop', String(storm.longestBlockMs), '', '', ofSwitch('≤ 250')],
    [
      `${screens} cut, back with nothing missed: CPU a screen`,
      String(resumed.cpuMs),
      `${bareResumed.cpuMs} (Socket.IO)`,
      String(storm.resumedRatio),
      '',
    ],
    ['  cut → in step, half of them / the last', backAfter(resumed), backAfter(bareResumed), '', ''],
  ];
}

const backAfter = ({ medianMs, lastMs, failed }: StormFigure): string =>
  `${medianMs} / ${lastMs}${failed === 0 ? '' : `, ${failed} tries in vain`}`;
