import type { Room } from 'livekit-client';
import type { BridgeId } from '../../shared/domain/ids.ts';
import type { PictureLimit } from '../../shared/domain/onair/onair.ts';
import type { Readable } from '../sync/cell.ts';
import { MediaRoom, type MediaRoomOptions, type RoomStatus } from './media-room.ts';
import { type Received, receive, type Wanted } from './receive.ts';
import { limitedPictures } from './reception-steps.ts';
import { bestWishes, type PictureWish, WishList } from './wanted-pictures.ts';

interface StageRoomOptions extends Omit<MediaRoomOptions, 'tune'> {
  readonly pictureOf: Wanted['pictureOf'];
}

/** The room of the conference: what is received is what mounted pictures wish and what the journal wants heard. */
export class StageRoom {
  readonly #joined: MediaRoom;
  readonly #pictureOf: Wanted['pictureOf'];
  readonly #wishes = new WishList<PictureWish>(
    () => this.#joined.apply(),
    ({ bridgeId }) => ({ bridgeId, quality: 'low' }),
  );
  readonly #screens = new WishList<{ readonly bridgeId: BridgeId }>(
    () => this.#joined.apply(),
    ({ bridgeId }) => ({ bridgeId }),
  );
  #heard: readonly BridgeId[] = [];
  #limit: PictureLimit = 'full';

  constructor({ pictureOf, ...options }: StageRoomOptions) {
    this.#pictureOf = pictureOf;
    this.#joined = new MediaRoom({ ...options, tune: (room) => receive(room, this.#wanted()) });
  }

  get status(): Readable<RoomStatus> {
    return this.#joined.status;
  }

  get received(): Readable<Received> {
    return this.#joined.received;
  }

  /** The room as long as it is joined, for whoever publishes into it. */
  get room(): Readable<Room | null> {
    return this.#joined.room;
  }

  get soundBlocked(): Readable<boolean> {
    return this.#joined.soundBlocked;
  }

  /** A place on the screen wants a bridge's picture; the answer takes the wish back. */
  wish(wish: PictureWish): () => void {
    return this.#wishes.add(wish);
  }

  /** A place on the screen wants the screen that a bridge shares, sharp enough to read. */
  wishScreen(bridgeId: BridgeId): () => void {
    return this.#screens.add({ bridgeId });
  }

  hear(bridges: readonly BridgeId[]): void {
    this.#heard = bridges;
    this.#joined.apply();
  }

  /** How much of what is wished for the line carries, and the director allows. */
  limit(limit: PictureLimit): void {
    this.#limit = limit;
    this.#joined.apply();
  }

  /** What the journal says of machines has changed. */
  readonly chooseAnew = (): void => this.#joined.apply();

  admit(admitted: boolean): void {
    this.#joined.admit(admitted);
  }

  takeBack(): void {
    this.#joined.takeBack();
  }

  /** Must be called from a press: that is what the browser waits for. */
  unblockSound(): Promise<void> {
    return this.#joined.unblockSound();
  }

  close(): void {
    this.#wishes.close();
    this.#screens.close();
    this.#joined.close();
  }

  #wanted(): Wanted {
    return {
      pictures: limitedPictures(bestWishes(this.#wishes.all()), this.#limit),
      screens: new Set(this.#limit === 'soundOnly' ? [] : this.#screens.all().map(({ bridgeId }) => bridgeId)),
      heard: this.#heard,
      pictureOf: this.#pictureOf,
    };
  }
}
