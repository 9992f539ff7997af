import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Config } from '../../server/config.ts';
import type { Bridge } from '../../shared/domain/bridges/bridge.ts';
import type { ConferenceId } from '../../shared/domain/ids.ts';
import type { ConferenceState } from '../../shared/domain/state.ts';
import { conferenceSummarySchema, mintedInvitationSchema } from '../../shared/protocol/http.ts';
import { snapshotSchema } from '../../shared/protocol/patch.ts';
import { decodeState, type EncodedState } from '../../shared/protocol/state-codec.ts';
import { secretariatWish, withSeats } from '../secretariat/with-seats.ts';
import { ServerHttp, type SignedIn } from './server-http.ts';
import { demoLines } from './text.ts';

/** The server at its public address; the authority that it made for itself is trusted, and no other is trusted less. */
export function connectTo({ tls, dataDir }: Config, origin: string): ServerHttp {
  const madeItself = tls.kind === 'made' && origin.startsWith('https:');
  return new ServerHttp(origin, madeItself ? readFileSync(join(dataDir, 'tls', 'ca.crt'), 'utf8') : undefined);
}

/** The secretariat's part of a demo: it gives each bridge a link, and takes all of them back at the end. */
export class SecretariatDesk {
  readonly #http: ServerHttp;
  readonly #config: Config;
  readonly #invitationId: string;
  readonly #cookie: string;
  readonly #given: string[] = [];

  private constructor(http: ServerHttp, config: Config, invitationId: string, { cookie }: SignedIn) {
    this.#http = http;
    this.#config = config;
    this.#invitationId = invitationId;
    this.#cookie = cookie;
  }

  static async open(http: ServerHttp, config: Config): Promise<SecretariatDesk> {
    const wish = secretariatWish(demoLines.secretariatLabel);
    const { token, invitation } = await withSeats(config, (seats) => seats.mint(wish));
    return new SecretariatDesk(http, config, invitation.id, await http.signIn(token));
  }

  /** The conference that goes on, else the first that has not been closed; null without any. */
  async findConference(): Promise<ConferenceId | null> {
    const cookie = this.#cookie;
    const question = { method: 'GET', path: '/api/conferences', cookie } as const;
    const all = await this.#http.ask(z.array(conferenceSummarySchema), question);
    const isReal = ({ rehearsalOf, bridges }: (typeof all)[number]): boolean => rehearsalOf === null && bridges > 0;
    const open = all.filter((one) => isReal(one) && one.phase !== 'closed' && one.phase !== 'archived');
    return (open.find(({ phase }) => phase === 'live') ?? open[0])?.id ?? null;
  }

  async stateOf(conference: ConferenceId): Promise<ConferenceState> {
    const path = `/api/conferences/${conference}/snapshot?stream=staff`;
    const { state } = await this.#http.ask(snapshotSchema, { method: 'GET', path, cookie: this.#cookie });
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the border: our own server wrote it with state-codec.ts
    return decodeState(state as EncodedState);
  }

  /** A signed-in operator of the bridge. */
  async seatOperator(conference: ConferenceId, { bridgeId, name }: Bridge): Promise<SignedIn> {
    const path = `/api/conferences/${conference}/invitations`;
    const body = { seat: 'operator', bridgeId, label: demoLines.invitationLabel(name) };
    const question = { method: 'POST', path, cookie: this.#cookie, body } as const;
    const { invitation, link } = await this.#http.ask(mintedInvitationSchema, question);
    this.#given.push(`${path}/${invitation.id}/revoke`);
    return this.#http.signIn(new URL(link).hash.slice(1));
  }

  /** Leaves no door open: the links of the bridges first, the own one last. */
  async close(): Promise<void> {
    const cookie = this.#cookie;
    for (const path of this.#given) await this.#http.tell({ method: 'POST', path, cookie });
    await this.#http.tell({ method: 'DELETE', path: '/api/session', cookie });
    await withSeats(this.#config, (seats) => seats.revoke(this.#invitationId));
  }
}
