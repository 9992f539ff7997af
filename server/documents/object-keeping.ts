import type { DocumentId } from '../../shared/domain/ids.ts';
import type { ConferenceDesk } from '../application/conference-desk.ts';
import type { ObjectFiles } from './object-files.ts';

/** Content stays for as long as any document of any conference names it, and no longer. */
export class ObjectKeeping {
  readonly #objects: ObjectFiles;
  readonly #isOnItsWay: (hash: string) => boolean;
  readonly #desks = new Set<ConferenceDesk>();
  /** Of documents that were there: which content a removed one had is said nowhere else. */
  readonly #hashes = new Map<DocumentId, string>();

  constructor(objects: ObjectFiles, isOnItsWay: (hash: string) => boolean) {
    this.#objects = objects;
    this.#isOnItsWay = isOnItsWay;
  }

  watch(desk: ConferenceDesk): void {
    this.#desks.add(desk);
    const learn = (): void => {
      for (const { file } of desk.state.documents.list) {
        if (file.hash !== null) this.#hashes.set(file.documentId, file.hash);
      }
    };
    learn();
    desk.onCommitted(({ recorded }) => {
      if (recorded.some(({ event }) => event.type === 'documentAdded')) learn();
    });
  }

  async dropOf(documentId: DocumentId): Promise<void> {
    const hash = this.#hashes.get(documentId);
    this.#hashes.delete(documentId);
    if (hash !== undefined) await this.drop(hash);
  }

  /** Unless somebody names it. */
  drop(hash: string): Promise<void> {
    return this.#objects.drop(hash, () => this.#isNamed(hash));
  }

  /** At the start, when every conference is open: content whose document the journal never heard of. */
  async sweep(): Promise<void> {
    for (const hash of await this.#objects.hashes()) await this.drop(hash);
  }

  #isNamed(hash: string): boolean {
    if (this.#isOnItsWay(hash)) return true;
    return [...this.#desks].some(({ state }) => state.documents.list.some(({ file }) => file.hash === hash));
  }
}
