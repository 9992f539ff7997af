import { z } from 'zod';
import { bridgeIdSchema } from '../ids.ts';

/** What can be shown to everyone: a bridge's camera, or the hold slide with the conference's title. */
export const sourceSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('bridge'), bridgeId: bridgeIdSchema }),
  z.strictObject({ kind: z.literal('hold') }),
]);
export type Source = z.infer<typeof sourceSchema>;

/** By default program follows the floor; a taken source stands until the next call or until it is given back. */
export type ProgramMode = { readonly kind: 'followFloor' } | { readonly kind: 'manual'; readonly source: Source };

export interface OnAir {
  readonly mode: ProgramMode;
  /** Armed by hand; null: the next in line is armed by itself. */
  readonly armed: Source | null;
}

export const followingFloor: OnAir = { mode: { kind: 'followFloor' }, armed: null };

export const sameSource = (a: Source, b: Source): boolean =>
  a.kind === 'bridge' && b.kind === 'bridge' ? a.bridgeId === b.bridgeId : a.kind === b.kind;
