import type { AcknowledgementFigures } from './acknowledgement.ts';
import type { FanOutFigures } from './fan-out.ts';
import type { Latency, Spread } from './figures.ts';
import type { MediaFigures } from './media/media.ts';

export interface BenchReport {
  readonly acknowledgement: AcknowledgementFigures | null;
  readonly fanOut: readonly FanOutFigures[] | null;
  readonly media: MediaFigures | null;
  /** How long the bench took. */
  readonly seconds: number;
}

/** A figure, its bare limit from the same run, what the one is of the other, and what is aimed at. */
type Row = readonly [what: string, ours: string, bare: string, ratio: string, aim: string];

const HEAD: Row = ['', 'this server', 'bare limit', 'ratio', 'aim'];

export function tableOf({ acknowledgement, fanOut, media, seconds }: BenchReport): string {
  const rows = [
    HEAD,
    ...(acknowledgement === null ? [] : acknowledgementRows(acknowledgement)),
    ...(fanOut ?? []).flatMap(fanOutRows),
    ...(media === null ? [] : mediaRows(media)),
  ];
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  return `${lines.join('\n')}\n\nmilliseconds; p50 / p99, or median [min–max]; ${seconds} s\n`;
}

function acknowledgementRows(figures: AcknowledgementFigures): readonly Row[] {
  const { single, bare, bareBytes, streamed, streamedPerSecond, inFlight, ratioP50, ratioP99 } = figures;
  return [
    [
      'command → acknowledged, one by one',
      latency(single),
      `${latency(bare)} (write + fdatasync, ${bareBytes} B)`,
      `${ratioP50} / ${ratioP99}`,
      '',
    ],
    [
      `command → acknowledged, ${inFlight} in flight`,
      `${latency(streamed)}, ${streamedPerSecond} a second`,
      '',
      '',
      '',
    ],
  ];
}

function fanOutRows(figures: FanOutFigures): readonly Row[] {
  const { screens, frameBytes, cpuRatio, cpuRatioWithCommand } = figures;
  return [
    [
      `CPU of a broadcast to ${screens}`,
      spread(figures.fanOutCpuMs),
      `${spread(figures.rawCpuMs)} (ws, ${frameBytes} B)`,
      spread(cpuRatio),
      '≤ 1.8',
    ],
    ['  with the command itself', spread(figures.commandAndFanOutCpuMs), '', spread(cpuRatioWithCommand), ''],
    ['  the command without a screen', spread(figures.commandCpuMs), '', '', ''],
    [`commit → last of ${screens} screens`, spread(figures.lastMs), `${spread(figures.rawLastMs)} (ws)`, '', ''],
  ];
}

function mediaRows(figures: MediaFigures): readonly Row[] {
  const { armedPicture, bareColdPicture, pictureRatio, sound, bareSound, soundRatio } = figures;
  return [
    [
      'call → first frame on the wall (next in line)',
      spread(armedPicture),
      `${spread(bareColdPicture)} (LiveKit, idle camera)`,
      String(pictureRatio),
      '≤ 0.3',
    ],
    [
      'call → first sound on the wall',
      spread(sound),
      `${spread(bareSound)} (LiveKit, permission)`,
      String(soundRatio),
      '≤ 1.2',
    ],
  ];
}

const latency = ({ p50, p99 }: Latency): string => `${p50} / ${p99}`;
const spread = ({ median, min, max }: Spread): string => `${median} [${min}–${max}]`;
