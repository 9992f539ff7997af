import type { BridgeLinks } from '../../server/application/bridge-links.ts';
import type { ConferenceDesk } from '../../server/application/conference-desk.ts';
import type { Broadcast } from '../../server/application/fan-out.ts';
import { resume } from '../../server/application/resume.ts';
import { ConferenceParts } from '../../server/conference-parts.ts';
import type { MediaGateway } from '../../server/media/media-gateway.ts';
import type { ServerClock } from '../../server/observe/server-clock.ts';
import type { Journal, Recorded } from '../../server/store/journal.ts';
import type { Actor } from '../../shared/domain/actor.ts';
import type { Command } from '../../shared/domain/command.ts';
import type { ConferenceId } from '../../shared/domain/ids.ts';
import type { CommandAck } from '../../shared/protocol/command.ts';
import type { Patch } from '../../shared/protocol/patch.ts';
import type { Disk } from './disk.ts';
import type { VirtualTime } from './virtual-time.ts';

export interface Parts extends Pick<ConferenceParts, 'attach' | 'reactorOf' | 'reactorIn' | 'reactors' | 'look'> {
  readonly linksOf: (conference: ConferenceId) => Pick<BridgeLinks, 'join'> | undefined;
}

function realParts(...args: ConstructorParameters<typeof ConferenceParts>): Parts {
  const parts = new ConferenceParts(...args);
  return {
    attach: (desk) => parts.attach(desk),
    linksOf: (conference) => parts.partsOf(conference)?.links,
    reactorOf: (desk) => parts.reactorOf(desk),
    reactorIn: (room) => parts.reactorIn(room),
    reactors: () => parts.reactors(),
    look: (room) => parts.look(room),
  };
}

/** What an answer was, and whether somebody who was told of its facts broke down over them. */
export interface Answered {
  readonly ack: CommandAck;
  readonly broke: boolean;
}

/** Every place where a run can plant a fault; the product itself has no switch. */
export interface Doubles {
  readonly journal: (real: Journal, disk: Disk) => Journal;
  /** `truth` is every fact that was kept, unredacted. */
  readonly broadcast: (real: Broadcast, truth: ReadonlyMap<number, Recorded>) => Broadcast;
  readonly parts: (...args: ConstructorParameters<typeof ConferenceParts>) => Parts;
  readonly gateway: (real: MediaGateway) => MediaGateway;
  readonly resume: typeof resume;
  /** What a screen takes a patch for that has come to `seq`. */
  readonly read: (patch: Patch, seq: number) => Patch;
  readonly command: (command: Command, desk: ConferenceDesk | null) => Command;
  readonly actor: (ofSession: Actor, ofMessage: Actor) => Actor;
  readonly answer: (answered: Answered) => CommandAck;
  readonly clock: (time: VirtualTime, real: ServerClock) => number;
}

export const HONEST: Doubles = {
  journal: (real) => real,
  broadcast: (real) => real,
  parts: realParts,
  gateway: (real) => real,
  resume,
  read: (patch) => patch,
  command: (command) => command,
  actor: (ofSession) => ofSession,
  answer: ({ ack }) => ack,
  clock: (_, real) => real.now(),
};
