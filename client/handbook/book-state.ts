import type { HandbookOwn, HandbookView } from '../../shared/protocol/handbook.ts';
import type { HandbookLine } from './ask.ts';
import type { Kept } from './shelf.ts';

/** `gone`: the badge is none of the conference's (any more); `shut`: no badge and no sign-in. */
export type Standing = 'opening' | 'here' | 'gone' | 'shut' | 'forgotten';

export interface BookState {
  readonly standing: Standing;
  readonly view: HandbookView | null;
  readonly own: HandbookOwn | null;
  /** When the copy was kept that is shown; null: what is shown comes from the server. */
  readonly keptAt: number | null;
  /** The server does not answer. */
  readonly isOffline: boolean;
}

export interface BookShelf {
  readonly put: (path: string, blob: Blob, at: number) => Promise<void>;
  readonly get: (path: string) => Promise<Kept | null>;
  readonly paths: () => Promise<readonly string[]>;
  readonly drop: (paths: readonly string[]) => Promise<void>;
  readonly clear: () => Promise<void>;
}

export interface BookOptions {
  readonly badge: string | null;
  readonly line: Pick<HandbookLine, 'view' | 'own' | 'tell' | 'file'>;
  readonly shelf: BookShelf;
  readonly now: () => number;
  readonly newId: () => string;
}
