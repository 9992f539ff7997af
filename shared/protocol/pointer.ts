import { z } from 'zod';
import type { bridgeIdSchema } from '../domain/ids.ts';

/** Where somebody points on what lies on the desk, as shares of its width and height; null: the finger is off. */
export const pointerSchema = z.strictObject({
  at: z.strictObject({ x: z.number().min(0).max(1), y: z.number().min(0).max(1) }).nullable(),
});
export type Pointer = z.infer<typeof pointerSchema>;

/** To everyone who sees the desk; `by`: the bridge that points, null: the centre. Volatile: lost without harm. */
export interface PointerSeen {
  readonly by: z.infer<typeof bridgeIdSchema> | null;
  readonly at: Pointer['at'];
}
