import { z } from 'zod';
import { sourceSchema } from './onair.ts';

export const onairCommands = [
  z.strictObject({ type: z.literal('armSource'), source: sourceSchema }),
  z.strictObject({ type: z.literal('disarmSource') }),
  /** `expectedProgram` is what the sender saw on air. */
  z.strictObject({ type: z.literal('takeSource'), source: sourceSchema, expectedProgram: sourceSchema }),
  z.strictObject({ type: z.literal('followFloor') }),
] as const;

export type OnAirCommand = z.infer<(typeof onairCommands)[number]>;
