import { randomUUID } from 'node:crypto';
import type { Command } from '../../shared/domain/command.ts';
import { type BridgeId, type ConferenceId, commandIdSchema } from '../../shared/domain/ids.ts';
import { type CommandEnvelope, commandAckSchema } from '../../shared/protocol/command.ts';
import { SeatSocket } from './seat-socket.ts';

export interface Stage {
  readonly conference: ConferenceId;
  readonly bridges: readonly BridgeId[];
}

/** A seat that commands over a live line, as fast as it is told to. It hears no stream. */
export class Commander {
  readonly #socket: SeatSocket;
  #turn = 0;

  private constructor(socket: SeatSocket) {
    this.#socket = socket;
  }

  static async open(origin: string, cookie: string): Promise<Commander> {
    return new Commander(await SeatSocket.open({ origin, cookie, onEvent: () => undefined }));
  }

  /** Resolves when the command is acknowledged. */
  async arm({ conference, bridges }: Stage): Promise<void> {
    this.#turn += 1;
    const bridgeId = bridges[this.#turn % bridges.length];
    if (bridgeId === undefined) throw new Error('there is no bridge to arm');
    await this.act(conference, { type: 'armSource', source: { kind: 'bridge', bridgeId } });
  }

  /** A refusal would measure something else, so it ends the bench. */
  async act(conference: ConferenceId, command: Command): Promise<void> {
    const envelope: CommandEnvelope = { id: commandIdSchema.parse(randomUUID()), conference, command };
    const ack = commandAckSchema.parse(JSON.parse(await this.#socket.ask('command', envelope)));
    if (!ack.ok) throw new Error(`${command.type} was refused: ${ack.code}`);
  }

  close(): void {
    this.#socket.close();
  }
}
