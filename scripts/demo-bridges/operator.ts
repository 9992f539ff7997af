import { randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { liveItem, takesSpeeches } from '../../shared/domain/agenda/agenda.ts';
import { attendanceOf, hasReported } from '../../shared/domain/attendance/attendance.ts';
import type { Bridge } from '../../shared/domain/bridges/bridge.ts';
import { registeredSpeeches, speechesOnFloor, waitingOf } from '../../shared/domain/floor/floor.ts';
import type { ConferenceId } from '../../shared/domain/ids.ts';
import type { PersonInput } from '../../shared/domain/person.ts';
import { delegatePageSchema } from '../../shared/protocol/http.ts';
import type { ConferenceLine } from './conference-line.ts';
import { plausibleHeadcount } from './headcount.ts';
import type { ServerHttp } from './server-http.ts';
import { demoWords } from './text.ts';

export interface OperatorOptions {
  readonly http: ServerHttp;
  readonly cookie: string;
  readonly conference: ConferenceId;
  readonly bridge: Bridge;
  readonly line: ConferenceLine;
  /** Some halls ask to speak now and then, others only listen. */
  readonly asks: boolean;
}

const GATHERED = ['preparing', 'live', 'adjourned'];
const LOOK_MS = 2_000;
const SETTLING_MS = [2_000, 20_000] as const;
const THINKING_MS = [45_000, 180_000] as const;
/** The moderator of a demo is not to be buried under wishes. */
const MOST_OPEN_REQUESTS = 3;

/** What an obedient technician does: reports the hall's numbers once it has gathered, and passes its wishes on. */
export async function operate(options: OperatorOptions, signal: AbortSignal): Promise<void> {
  const wait = (range: readonly [number, number]) => pause(randomInt(...range), undefined, { signal });
  try {
    await wait(SETTLING_MS);
    for (let reported = false; !reported; reported = await reportOnce(options)) {
      await pause(LOOK_MS, undefined, { signal });
    }
    while (options.asks) {
      await wait(THINKING_MS);
      await askToSpeak(options);
    }
  } catch (cause) {
    if (!signal.aborted) throw cause;
  }
}

const isGathered = ({ line }: OperatorOptions): boolean =>
  line.isLoaded && GATHERED.includes(line.state.conference.phase);

/** True when there is nothing left to report. */
async function reportOnce(options: OperatorOptions): Promise<boolean> {
  const { line, bridge } = options;
  if (!isGathered(options)) return false;
  const { bridgeId } = bridge;
  if (hasReported(attendanceOf(line.state.attendance, bridgeId))) return true;
  const categories = [...plausibleHeadcount(await namedByCategory(options))];
  const excused = categories.some(({ absentExcused }) => absentExcused > 0);
  const note = excused ? demoWords.absenceNote : null;
  const report = { bridgeId, categories, note, signedBy: signerOf(bridge), expectedRevision: 0, accepting: [] };
  const ack = await line.send({ type: 'reportHeadcount', ...report });
  return ack?.ok === true;
}

/** How many the bridge's list names in each category; an unreachable list is as good as an empty one. */
async function namedByCategory({ http, cookie, conference, bridge }: OperatorOptions): Promise<Map<string, number>> {
  const path = `/api/conferences/${conference}/delegates?bridge=${bridge.bridgeId}&limit=200`;
  const page = await http.ask(delegatePageSchema, { method: 'GET', path, cookie }).catch(() => ({ delegates: [] }));
  const counts = new Map<string, number>();
  for (const { category } of page.delegates) counts.set(category, (counts.get(category) ?? 0) + 1);
  return counts;
}

async function askToSpeak(options: OperatorOptions): Promise<void> {
  const { line, bridge } = options;
  const { floor, agenda } = line.state;
  const busy =
    waitingOf(floor, bridge.bridgeId).length > 0 ||
    speechesOnFloor(floor).some(({ bridgeId }) => bridgeId === bridge.bridgeId);
  if (!isGathered(options) || busy || registeredSpeeches(floor).length >= MOST_OPEN_REQUESTS) return;
  const subject = demoWords.subjects[randomInt(demoWords.subjects.length)] ?? demoWords.subjects[0];
  const live = liveItem(agenda);
  // Asked for the item that is being talked about; before and between, for the conference as a whole.
  const itemId = live !== undefined && takesSpeeches(live.plan) ? live.itemId : null;
  const wish = { bridgeId: bridge.bridgeId, subject, speaker: speakerOf(bridge), itemId, category: null };
  await line.send({ type: 'requestSpeech', kind: 'opinion', ...wish });
}

/** Who chairs the hall signs its figures; a hall without a chair sends them unsigned. */
const signerOf = ({ chairs: [chair] }: Bridge): PersonInput | null =>
  chair === undefined ? null : { fullName: chair.fullName, positions: chair.positions };

function speakerOf({ chairs: [chair] }: Bridge): PersonInput {
  if (chair === undefined) return { fullName: null, positions: [demoWords.speaker] };
  return { fullName: chair.fullName, positions: chair.positions };
}
