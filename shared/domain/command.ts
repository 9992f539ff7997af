import { z } from 'zod';
import { isPlainThroughout } from '../base/plain-text.ts';
import { agendaCommands } from './agenda/commands.ts';
import { attendanceCommands } from './attendance/commands.ts';
import { ballotCommands } from './ballots/commands.ts';
import { bridgeCommands } from './bridges/commands.ts';
import { conferenceCommands } from './conference/commands.ts';
import { documentCommands } from './documents/commands.ts';
import { floorCommands } from './floor/commands.ts';
import { lineCommands } from './lines/commands.ts';
import { messageCommands } from './messages/commands.ts';
import { onairCommands } from './onair/commands.ts';
import { recordingCommands } from './recording/commands.ts';
import { recordsCommands } from './records/commands.ts';

/** Every wish that can be expressed: imperative, names its subject, may be refused. Its text hides nothing. */
export const commandSchema = z
  .discriminatedUnion('type', [
    ...conferenceCommands,
    ...bridgeCommands,
    ...attendanceCommands,
    ...agendaCommands,
    ...floorCommands,
    ...onairCommands,
    ...recordsCommands,
    ...lineCommands,
    ...messageCommands,
    ...documentCommands,
    ...recordingCommands,
    ...ballotCommands,
  ])
  .refine(isPlainThroughout);

export type Command = z.infer<typeof commandSchema>;
export type CommandOf<T extends Command['type']> = Extract<Command, { type: T }>;
