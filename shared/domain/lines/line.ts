import { z } from 'zod';
import { emptyMap, getFrom, type PersistentMap } from '../../base/persistent-map.ts';
import { type BridgeId, bridgeIdSchema, checkGroupIdSchema } from '../ids.ts';
import { instant } from '../instant.ts';
import { line } from '../text.ts';

/** What the guided check asks, in the order in which it is asked. */
export const CHECK_POINTS = [
  'seesUs',
  'hearsUs',
  'isSeen',
  'isHeard',
  'rightName',
  'rightPeople',
  'backupLine',
  'documentVisible',
] as const;
export type CheckPoint = (typeof CHECK_POINTS)[number];

/** Each point is answered by the bridge and, apart from it, confirmed by the centre. null: not yet. */
export const CHECK_SIDES = ['bridge', 'centre'] as const;
export type CheckSide = (typeof CHECK_SIDES)[number];
export type CheckAnswers = Readonly<Record<CheckPoint, Readonly<Record<CheckSide, boolean | null>>>>;

/** Measured besides what people say, at the bridge. Rates in kbit/s, loss in per cent, times in ms. */
export const lineFiguresSchema = z.strictObject({
  upKbps: z.number().min(0).max(1_000_000).nullable(),
  downKbps: z.number().min(0).max(1_000_000).nullable(),
  lossUp: z.number().min(0).max(100).nullable(),
  lossDown: z.number().min(0).max(100).nullable(),
  jitterMs: z.number().min(0).max(600_000).nullable(),
  roundTripMs: z.number().min(0).max(600_000).nullable(),
  width: z.int().min(0).max(16_384).nullable(),
  height: z.int().min(0).max(16_384).nullable(),
  framesPerSecond: z.number().min(0).max(240).nullable(),
  /** Freezes of the received picture since the page was opened. */
  freezes: z.int().min(0).max(1_000_000).nullable(),
});
export type LineFigures = z.infer<typeof lineFiguresSchema>;

export const VERDICTS = ['pass', 'passWithRemark', 'fail'] as const;
export const checkResultSchema = z.strictObject({
  at: instant,
  verdict: z.enum(VERDICTS),
  remark: line(300).nullable(),
  tester: line(120),
  measured: lineFiguresSchema.nullable(),
});
export type CheckResult = z.infer<typeof checkResultSchema>;

export interface LineCheck {
  readonly startedAt: number;
  readonly answers: CheckAnswers;
}

/** What the server finds wrong by measuring; whether the line is there at all is the bridge's own link. */
export const LINE_FAULTS = [
  'silentMicrophone',
  'blackPicture',
  'frozenPicture',
  'noCamera',
  'noMicrophone',
  'packetLoss',
  'slowLine',
  'clockDrift',
] as const;
export type LineFault = (typeof LINE_FAULTS)[number];

export interface BridgeLine {
  /** In the private room with the centre; null: none is running. */
  readonly check: LineCheck | null;
  /** In the order in which they were made; the last one counts. */
  readonly results: readonly CheckResult[];
  /** Standing faults with the instant since when. */
  readonly faults: Partial<Readonly<Record<LineFault, number>>>;
  /** How often each was found. */
  readonly found: Partial<Readonly<Record<LineFault, number>>>;
}

/** A group of bridges that is tested one after the other, `minutesEach` for each. */
export const checkGroupSchema = z.strictObject({
  groupId: checkGroupIdSchema,
  name: line(120),
  startsAt: instant,
  minutesEach: z.int().min(1).max(120),
  bridgeIds: z.array(bridgeIdSchema).max(500),
});
export type CheckGroup = z.infer<typeof checkGroupSchema>;

export interface Lines {
  readonly byBridge: PersistentMap<BridgeLine>;
  readonly timetable: readonly CheckGroup[];
}

export const noLines: Lines = { byBridge: emptyMap(), timetable: [] };
export const MAX_RESULTS = 20;
export const MAX_CHECK_GROUPS = 200;

const UNTRIED: BridgeLine = { check: null, results: [], faults: {}, found: {} };

export const lineOf = ({ byBridge }: Lines, bridgeId: BridgeId): BridgeLine => getFrom(byBridge, bridgeId) ?? UNTRIED;

const unanswered = { bridge: null, centre: null };
export const NO_ANSWERS: CheckAnswers = {
  seesUs: unanswered,
  hearsUs: unanswered,
  isSeen: unanswered,
  isHeard: unanswered,
  rightName: unanswered,
  rightPeople: unanswered,
  backupLine: unanswered,
  documentVisible: unanswered,
};

/** Both sides say yes to every point. */
export const isFlawless = (answers: CheckAnswers): boolean =>
  CHECK_POINTS.every((point) => CHECK_SIDES.every((side) => answers[point][side] === true));

export interface CheckSlot {
  readonly group: string;
  readonly startsAt: number;
}

/** When the bridge's turn begins; null: it stands in no group. */
export function slotOf({ timetable }: Lines, bridgeId: BridgeId): CheckSlot | null {
  for (const { name, startsAt, minutesEach, bridgeIds } of timetable) {
    const place = bridgeIds.indexOf(bridgeId);
    if (place >= 0) return { group: name, startsAt: startsAt + place * minutesEach * 60_000 };
  }
  return null;
}

/** The timetable as one bridge sees it: its own turn alone, as a group that starts then. */
export const ownTimetable = (timetable: readonly CheckGroup[], bridgeId: BridgeId): readonly CheckGroup[] =>
  timetable.flatMap((group) => {
    const place = group.bridgeIds.indexOf(bridgeId);
    if (place < 0) return [];
    return [{ ...group, startsAt: group.startsAt + place * group.minutesEach * 60_000, bridgeIds: [bridgeId] }];
  });
