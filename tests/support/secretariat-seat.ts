import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { ServerHttp } from '../../scripts/demo-bridges/server-http.ts';
import type { Seat } from '../../shared/domain/actor.ts';
import type { Command } from '../../shared/domain/command.ts';
import { type BridgeId, type CommandId, type ConferenceId, commandIdSchema } from '../../shared/domain/ids.ts';
import type { ConferenceState } from '../../shared/domain/state.ts';
import { commandAckSchema } from '../../shared/protocol/command.ts';
import { conferenceSummarySchema, mintedInvitationSchema } from '../../shared/protocol/http.ts';
import { snapshotSchema } from '../../shared/protocol/patch.ts';
import { decodeState, type EncodedState } from '../../shared/protocol/state-codec.ts';
import type { ServerProcess } from './server-process.ts';

export const newCommandId = (): CommandId => commandIdSchema.parse(randomUUID());

/** The secretariat over HTTP, beside whatever screens a test looks at. */
export class SecretariatSeat {
  readonly http: ServerHttp;
  readonly cookie: string;

  private constructor(http: ServerHttp, cookie: string) {
    this.http = http;
    this.cookie = cookie;
  }

  static async signIn({ http, links }: ServerProcess): Promise<SecretariatSeat> {
    const { cookie } = await http.signIn(tokenOf(links.get('secretariat') ?? ''));
    return new SecretariatSeat(http, cookie);
  }

  /** Resolves once it is acknowledged; the same id may be sent again. */
  async must(conference: ConferenceId, command: Command, id: CommandId = newCommandId()): Promise<void> {
    const path = `/api/conferences/${conference}/commands`;
    const question = { method: 'POST', path, cookie: this.cookie, body: { id, conference, command } } as const;
    const ack = await this.http.ask(commandAckSchema, question);
    if (!ack.ok) throw new Error(`${command.type} was refused: ${ack.code}`);
  }

  async stateOf(conference: ConferenceId): Promise<ConferenceState> {
    const path = `/api/conferences/${conference}/snapshot?stream=staff`;
    const { state } = await this.http.ask(snapshotSchema, { method: 'GET', path, cookie: this.cookie });
    return decodeState(state as EncodedState);
  }

  async conferences(): Promise<readonly ConferenceId[]> {
    const question = { method: 'GET', path: '/api/conferences', cookie: this.cookie } as const;
    return (await this.http.ask(z.array(conferenceSummarySchema), question)).map(({ id }) => id);
  }

  async invite(conference: ConferenceId, seat: Seat, bridgeId: BridgeId | null): Promise<string> {
    const path = `/api/conferences/${conference}/invitations`;
    const body = { seat, bridgeId, label: 'Thử' };
    const minted = await this.http.ask(mintedInvitationSchema, { method: 'POST', path, cookie: this.cookie, body });
    return minted.link;
  }
}

export const tokenOf = (link: string): string => new URL(link).hash.slice(1);
