import type { Request } from 'express';
import { ipKeyGenerator } from 'express-rate-limit';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { Actor } from '../../../shared/domain/actor.ts';
import type { DelegateRow } from '../../../shared/domain/attendance/delegate.ts';
import { conferenceIdSchema, delegateIdSchema } from '../../../shared/domain/ids.ts';
import { badgeSchema } from '../../../shared/protocol/attendance.ts';
import type { ConferenceDesk } from '../../application/conference-desk.ts';
import type { Desks } from '../../application/desks.ts';
import type { HandbookHolders } from '../../application/handbook-holders.ts';
import { actorOf, type Seats } from '../../application/seats.ts';
import { phoneTries } from '../phone-tries.ts';
import { isWithin } from '../rate-limit.ts';
import type { TrySecret } from '../secret-tries.ts';
import { HttpFault } from './answer.ts';
import { deskOf, seatOf } from './context.ts';

export interface HandbookDoorOptions {
  readonly seats: Seats;
  readonly desks: Desks;
  readonly holders: HandbookHolders;
  readonly trySecret: TrySecret;
}

export interface HeldBadge {
  readonly desk: ConferenceDesk;
  readonly row: DelegateRow;
}

export interface HandbookReader {
  readonly desk: ConferenceDesk;
  readonly actor: Actor;
  /** What its link is called; null: the reader is the delegate of a badge. */
  readonly label: string | null;
}

/** A phone asks every five seconds; a person who turns pages, a little more. */
const OF_BADGE = { points: 240, duration: 60 };
/** What a person presses: a vote, a note. */
const OF_HAND = { points: 30, duration: 60 };
/** All phones of a province may stand behind one address. */
const OF_ADDRESS = { points: 30_000, duration: 60 };

/** Who comes to the handbook: by a badge in the header, or, to read alone, by the cookie of a seat. */
export class HandbookDoor {
  readonly holders: HandbookHolders;
  readonly #options: HandbookDoorOptions;
  readonly #phones = phoneTries();
  readonly #ofBadge = new RateLimiterMemory(OF_BADGE);
  readonly #ofHand = new RateLimiterMemory(OF_HAND);
  readonly #ofAddress = new RateLimiterMemory(OF_ADDRESS);

  constructor(options: HandbookDoorOptions) {
    this.#options = options;
    this.holders = options.holders;
  }

  async readerOf(request: Request): Promise<HandbookReader> {
    await this.#mustBeWithin(this.#ofAddress, ipKeyGenerator(request.ip ?? ''));
    const { seats, desks, holders } = this.#options;
    const badge = badgeIn(request);
    if (badge === null) {
      const session = await seatOf(seats, request);
      return { desk: await deskOf(desks, session, request), actor: actorOf(session), label: session.label };
    }
    const { desk, found } = await this.#admitted(request, badge, (there) => holders.readerOf(there, badge));
    await this.#mustBeWithin(this.#ofBadge, `${desk.id} ${found}`);
    return { desk, actor: { seat: 'delegate', session: found, bridgeId: null }, label: null };
  }

  /** For what only the delegate may see or do: 401 without a badge. */
  async holderOf(request: Request): Promise<HeldBadge> {
    await this.#mustBeWithin(this.#ofAddress, ipKeyGenerator(request.ip ?? ''));
    const badge = badgeIn(request);
    if (badge === null) throw new HttpFault(401, 'signed-out');
    const { desk, found: row } = await this.#admitted(request, badge, (there) => this.holders.holderOf(there, badge));
    const limiter = request.method === 'GET' ? this.#ofBadge : this.#ofHand;
    await this.#mustBeWithin(limiter, `${desk.id} ${row.delegateId}`);
    return { desk, row };
  }

  /** What is drawn across the pages that the reader is shown. */
  async nameOf({ desk, actor, label }: HandbookReader): Promise<string> {
    if (label !== null) return label;
    const row = await this.holders.rowOf(desk, delegateIdSchema.parse(actor.session));
    return row?.fullName ?? row?.positions[0] ?? actor.session;
  }

  /** Unknown badges and unknown conferences are one and the same to whoever guesses, and both make the address wait. */
  async #admitted<T>(request: Request, badge: string, find: (desk: ConferenceDesk) => Promise<T | null>) {
    const address = request.ip ?? '';
    const id = conferenceIdSchema.safeParse(request.params['conference']).data;
    const phone = { address, conference: id ?? '', badge };
    const desk = id === undefined ? null : await this.#options.desks.find(id);
    const admitted = await this.#options.trySecret({
      of: 'badge',
      asker: address,
      compare: async () => {
        const found = desk === null ? null : await find(desk);
        return desk === null || found === null ? null : { desk, found };
      },
      wrong: new HttpFault(404, 'badge-unknown'),
      // Who guesses, or a torn badge, must not take the vote from the phones of a whole hall.
      isExcused: () => this.#phones.mayPass(phone),
      // A badge of somebody who was removed is no guess.
      isGuess: async () => desk === null || !(await this.holders.isSigned(desk, badge)),
    });
    this.#phones.passed(phone);
    return admitted;
  }

  async #mustBeWithin(limiter: RateLimiterMemory, key: string): Promise<void> {
    if (!(await isWithin(limiter, key))) throw new HttpFault(429, 'too-many-tries');
  }
}

/** `Authorization: Badge <badge>`; null: the request says nothing of a badge. */
function badgeIn(request: Request): string | null {
  const header = request.get('authorization');
  if (header === undefined) return null;
  const badge = badgeSchema.safeParse(/^Badge (\S+)$/u.exec(header)?.[1]).data;
  if (badge === undefined) throw new HttpFault(404, 'badge-unknown');
  return badge;
}
