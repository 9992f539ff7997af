import { z } from 'zod';
import { type BridgeId, bridgeIdSchema, type documentIdSchema } from '../ids.ts';
import { instant } from '../instant.ts';
import type { Device } from '../lines/device.ts';
import type { DocumentOnDesk } from './document-on-desk.ts';

export const GRID_SIZES = [4, 9, 16] as const;

/** What can be shown to everyone. Only `black` is black, and only by hand. */
export const sourceSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('bridge'), bridgeId: bridgeIdSchema }),
  /** The hold slide, with the conference's title. */
  z.strictObject({ kind: z.literal('hold') }),
  z.strictObject({ kind: z.literal('black') }),
  /** While the halls fill: the title, the programme and the halls that take part, one after the other. */
  z.strictObject({ kind: z.literal('welcome') }),
  /** A break; `until`: counted down to, null: open. */
  z.strictObject({ kind: z.literal('break'), until: instant.nullable() }),
  /** What lies on the desk, alone. */
  z.strictObject({ kind: z.literal('document') }),
  /** Halls in protocol order; pages from 0. */
  z.strictObject({
    kind: z.literal('grid'),
    size: z.union([z.literal(4), z.literal(9), z.literal(16)]),
    page: z.int().min(0).max(100),
  }),
]);
export type Source = z.infer<typeof sourceSchema>;
export type GridSource = Extract<Source, { kind: 'grid' }>;

/** How a hall's picture is framed: alone, with the central hall beside it, or small beside the document. */
export const FRAMES = ['alone', 'withHall', 'withDocument'] as const;
export const frameSchema = z.enum(FRAMES);
export type Frame = z.infer<typeof frameSchema>;

export interface Shot {
  readonly source: Source;
  readonly frame: Frame;
}

/** By default program follows the floor; a taken source stands until the next call or until it is given back. */
export type ProgramMode = { readonly kind: 'followFloor' } | { readonly kind: 'manual'; readonly source: Source };

/** When lines are thin: first no grid, then small pictures, at last sound alone. */
export const LIMITS = ['full', 'noGrid', 'smallPictures', 'soundOnly'] as const;
export const limitSchema = z.enum(LIMITS);
export type PictureLimit = z.infer<typeof limitSchema>;

export const DEVICE_PARTS = ['picture', 'sound'] as const;
/** Which machine of a bridge is its picture and which its voice; absent: the hall's own, as the room finds it. */
export type ChosenDevices = Partial<Readonly<Record<(typeof DEVICE_PARTS)[number], Device>>>;

export interface OnAir {
  readonly mode: ProgramMode;
  /** Of a hall's picture on program, also while program follows the floor. */
  readonly frame: Frame;
  /** Armed by hand; null: the next in line is armed by itself. */
  readonly armed: Source | null;
  /** With the armed source; null: program's frame stays. */
  readonly armedFrame: Frame | null;
  readonly document: DocumentOnDesk | null;
  readonly limit: PictureLimit;
  readonly devices: Readonly<Record<BridgeId, ChosenDevices>>;
}

export const followingFloor: OnAir = {
  mode: { kind: 'followFloor' },
  frame: 'alone',
  armed: null,
  armedFrame: null,
  document: null,
  limit: 'full',
  devices: {},
};

export function sameSource(a: Source, b: Source): boolean {
  if (a.kind === 'bridge' && b.kind === 'bridge') return a.bridgeId === b.bridgeId;
  if (a.kind === 'grid' && b.kind === 'grid') return a.size === b.size && a.page === b.page;
  if (a.kind === 'break' && b.kind === 'break') return a.until === b.until;
  return a.kind === b.kind;
}

export const devicesOf = ({ devices }: OnAir, bridgeId: BridgeId): ChosenDevices => devices[bridgeId] ?? {};

/** The server's own document that lies on the desk; null: none, or somebody's screen. */
export const documentOnAir = ({ document }: OnAir): z.infer<typeof documentIdSchema> | null =>
  document === null || document.kind === 'share' ? null : document.documentId;
