import type { AcknowledgementFigures } from './acknowledgement.ts';
import type { DelegatesFigures } from './delegates/delegates.ts';
import type { DomainFigures } from './domain/domain.ts';
import type { FanOutFigures } from './fan-out.ts';
import type { MediaFigures } from './media/media.ts';
import type { RecordsFigures } from './records/records.ts';
import type { ReportsFigures } from './reports/reports.ts';
import { latency, type Row, spread } from './row.ts';
import type { ScreensFigures } from './screens/screens.ts';
import { screensRows } from './screens/screens-rows.ts';

export interface BenchReport {
  readonly domain: DomainFigures | null;
  readonly delegates: DelegatesFigures | null;
  readonly acknowledgement: AcknowledgementFigures | null;
  readonly fanOut: readonly FanOutFigures[] | null;
  readonly reports: ReportsFigures | null;
  readonly records: RecordsFigures | null;
  readonly screens: ScreensFigures | null;
  readonly media: MediaFigures | null;
  /** How long the bench took. */
  readonly seconds: number;
}

const HEAD: Row = ['', 'this server', 'bare limit', 'ratio', 'aim'];

export function tableOf(report: BenchReport): string {
  const { domain, delegates, acknowledgement, fanOut, reports, records, screens, media, seconds } = report;
  const rows = [
    HEAD,
    ...(domain === null ? [] : domainRows(domain)),
    ...(delegates === null ? [] : delegatesRows(delegates)),
    ...(acknowledgement === null ? [] : acknowledgementRows(acknowledgement)),
    ...(fanOut ?? []).flatMap(fanOutRows),
    ...(reports === null ? [] : reportsRows(reports)),
    ...(records === null ? [] : recordsRows(records)),
    ...(screens === null ? [] : screensRows(screens)),
    ...(media === null ? [] : mediaRows(media)),
  ];
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  return `${lines.join('\n')}\n\nmilliseconds, unless a row says otherwise; p50 / p99, or median [min–max]; ${seconds} s\n`;
}

const recordsRows = ({ votes }: RecordsFigures): readonly Row[] => [
  [
    `secret votes acknowledged a second, ${votes.voters} phones at once`,
    String(votes.perSecond),
    `${votes.barePerSecond} (the same rows, better-sqlite3, as large transactions)`,
    String(votes.ratio),
    '',
  ],
];

function domainRows(figures: DomainFigures): readonly Row[] {
  const { bridges, inLine, commandsPerSecond, barePerSecond, items, agendaMs, bareAgendaMs } = figures;
  return [
    [
      `commands decided and folded a second, ${bridges} bridges, ${inLine} in line`,
      spread(commandsPerSecond),
      `${spread(barePerSecond)} (a put in a map for each fact)`,
      String(figures.commandRatio),
      '≤ 15',
    ],
    [
      `times of ${items} agenda items and the offset`,
      spread(agendaMs),
      `${spread(bareAgendaMs)} (one loop)`,
      String(figures.agendaRatio),
      '≤ 1 ms',
    ],
  ];
}

function delegatesRows({ staging, search, checkIn }: DelegatesFigures): readonly Row[] {
  const thousands = Math.round(staging.rows / 1_000);
  return [
    [
      `${thousands} thousand delegates from a CSV file, until the preview, s`,
      String(staging.seconds),
      `${staging.bareSeconds} (better-sqlite3, one transaction, same columns, indexes and words)`,
      String(staging.ratio),
      '≤ 2',
    ],
    ['  memory beyond that before, MiB', String(staging.peakMiB), '', '', '≤ 300 beside the cache'],
    ['  longest chunk of 1,000 rows', String(staging.longestChunkMs), '', '', ''],
    [`  applied: all ${thousands} thousand are seen`, String(staging.applyMs), '', '', ''],
    [`search among ${thousands} thousand, ${search.queries} queries`, latency(search.latency), '', '', 'p99 ≤ 20'],
    [`  the slowest of them, “${search.worst}”`, String(search.worstMs), '', '', ''],
    ['  list of one bridge by protocol', latency(search.bridge), '', '', ''],
    [
      'check-in, acknowledged and durable',
      latency(checkIn.checkIn),
      `${latency(checkIn.bare)} (a line appended, better-sqlite3)`,
      `${checkIn.ratioP50} / ${checkIn.ratioP99}`,
      'p99 ≤ 3',
    ],
  ];
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

function reportsRows({ bridges, seconds, acknowledged, screens }: ReportsFigures): readonly Row[] {
  return [
    [`${bridges} bridges report in ${seconds} s: report → acknowledged`, latency(acknowledged), '', '', ''],
    ...screens.flatMap(({ screen, updatesPerSecond, longestTaskMs, loadingTaskMs }): Row[] => [
      [`  updates a second on the ${screen}`, String(updatesPerSecond), '', '', 'a few'],
      [`  longest task of the ${screen} meanwhile`, String(longestTaskMs), '', '', '≤ 100 ms'],
      [`  longest task while the ${screen} loaded`, String(loadingTaskMs), '', '', ''],
    ]),
  ];
}

function mediaRows(figures: MediaFigures): readonly Row[] {
  const { armedPicture, bareColdPicture, pictureRatio, sound, bareSound, soundRatio } = figures;
  const { unarmedPicture, unarmedRatio, armedP95, bytesAtRest, multiview } = figures;
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
    ['  p95 of the first', String(armedP95), '', '', '≤ 150 ms'],
    [
      'take → first frame on the wall (idle, not armed)',
      spread(unarmedPicture),
      `${spread(bareColdPicture)} (LiveKit, idle camera)`,
      String(unarmedRatio),
      '≤ 1.3',
    ],
    ['an idle bridge that nobody watches, bytes a second', String(bytesAtRest), '', '', '≤ 1,000'],
    [`multiview of ${multiview.tiles} tiles, main thread, ms a second`, String(multiview.mainThreadMs), '', '', ''],
    ['  frames painted / dropped a second', `${multiview.framesPerSecond} / ${multiview.droppedPerSecond}`, '', '', ''],
  ];
}
