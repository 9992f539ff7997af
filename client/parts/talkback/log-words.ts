import { bridgeOf } from '../../../shared/domain/bridges/bridge.ts';
import type { ConferenceEvent, EventOf } from '../../../shared/domain/event.ts';
import type { BridgeId } from '../../../shared/domain/ids.ts';
import { kindOfDevice } from '../../../shared/domain/lines/device.ts';
import type { ConferenceState } from '../../../shared/domain/state.ts';
import type { TechnicalLog } from '../../../shared/protocol/technical.ts';
import { text } from '../../text/text.ts';
import { formatCount } from '../clock-text.ts';

const words = () => text.talkback.log;

type Bridges = ConferenceState['bridges'];

/** Seen by many is one piece of news: a word to 65 halls would push everything else off the page. */
export function logLines(entries: readonly LogEntry[]): readonly LogLine[] {
  const lines: LogLine[] = [];
  for (const entry of entries) {
    const last = lines.at(-1);
    const before = last?.entries[0]?.event;
    const { event } = entry;
    const isSame =
      event.type === 'messageSeen' && before?.type === 'messageSeen' && before.messageId === event.messageId;
    if (last !== undefined && isSame) lines[lines.length - 1] = { entries: [...last.entries, entry] };
    else lines.push({ entries: [entry] });
  }
  return lines;
}

export type LogEntry = TechnicalLog['entries'][number];

/** The newest first; more than one only where the same was said of several bridges. */
export interface LogLine {
  readonly entries: readonly LogEntry[];
}

/** One line of the technical log. What is no longer known by name is named by its id. */
export function logWords({ actor, event }: LogEntry, bridges: Bridges): string {
  const name = (bridgeId: BridgeId): string => bridgeOf(bridges, bridgeId)?.shortName ?? bridgeId;
  switch (event.type) {
    case 'messageSent':
      return sentWords(event, name);
    case 'messageSeen':
      return actor.seat === 'operator'
        ? words().seen(name(event.bridgeId))
        : words().seenByCentre(name(event.bridgeId));
    case 'messageAnswered':
      return actor.seat === 'operator'
        ? words().answered(name(event.bridgeId), event.answer)
        : words().answeredByCentre(name(event.bridgeId), event.answer);
    case 'helpCalled':
      return words().helpCalled(name(event.bridgeId), text.talkback.help.matters[event.matter]);
    case 'helpSettled':
      return words().helpSettled(name(event.bridgeId));
    case 'bridgeRung':
      return words().rung(name(event.bridgeId));
    case 'callAnswered':
      return words().callAnswered(name(event.bridgeId), deviceWords(event.device));
    case 'callEnded':
      return words().callEnded(name(event.bridgeId), text.talkback.call.endings[event.ending]);
    default:
      return lineWords(event, name);
  }
}

type NameOf = (bridgeId: BridgeId) => string;

function sentWords({ message: { from, to, text: said } }: EventOf<'messageSent'>, name: NameOf): string {
  if (from !== null) return words().messageToCentre(name(from), said);
  const [only] = to ?? [];
  const whom = only !== undefined && to?.length === 1 ? name(only) : words().many(formatCount(to?.length ?? 0));
  return words().messageToOne(whom, said);
}

const deviceWords = (device: string): string => (kindOfDevice(device) === 'phone' ? words().byPhone : words().byHall);

function lineWords(event: ConferenceEvent, name: NameOf): string {
  switch (event.type) {
    case 'lineChecksScheduled':
      return words().checkScheduled;
    case 'lineCheckStarted':
      return words().checkStarted(name(event.bridgeId));
    case 'lineCheckFinished':
      return words().checkFinished(name(event.bridgeId));
    case 'lineCheckAbandoned':
      return words().checkAbandoned(name(event.bridgeId));
    case 'lineFaultFound':
      return words().faultFound(name(event.bridgeId));
    case 'lineFaultCleared':
      return words().faultCleared(name(event.bridgeId));
    case 'bridgeLinkLost':
      return words().linkLost(name(event.bridgeId));
    case 'bridgeLinkEstablished':
      return words().linkBack(name(event.bridgeId));
    case 'deviceChosen':
      return words().deviceChosen(name(event.bridgeId));
    default:
      return programWords(event);
  }
}

function programWords({ type }: ConferenceEvent): string {
  switch (type) {
    case 'picturesLimited':
    case 'classifiedSessionBegan':
    case 'classifiedSessionEnded':
    case 'recordingDecided':
    case 'recordingStarted':
    case 'recordingEnded':
      return words().program[type];
    default:
      return words().other;
  }
}
