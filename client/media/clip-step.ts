/** How a clip is kept in step with the server's clock. Pure: what to do at one look. */
export interface ClipLook {
  readonly wantedMs: number;
  readonly actualMs: number;
  readonly running: boolean;
}

export type ClipStep =
  | { readonly kind: 'seek'; readonly toMs: number }
  /** Nobody hears a few per cent; a jump is seen and heard. */
  | { readonly kind: 'pace'; readonly rate: number };

/** So much sooner or later no hall notices beside its neighbour. */
const DRIFT_MS = 150;
const JUMP_MS = 1_200;
/** A clip that stands is to show the very frame. */
const STILL_MS = 40;
const CATCH_UP_MS = 4_000;
const MOST = 0.08;

export function clipStep({ wantedMs, actualMs, running }: ClipLook): ClipStep {
  const behind = wantedMs - actualMs;
  const off = Math.abs(behind);
  if (!running) return off > STILL_MS ? { kind: 'seek', toMs: wantedMs } : { kind: 'pace', rate: 1 };
  if (off > JUMP_MS) return { kind: 'seek', toMs: wantedMs };
  if (off <= DRIFT_MS / 3) return { kind: 'pace', rate: 1 };
  const rate = 1 + Math.max(-MOST, Math.min(MOST, behind / CATCH_UP_MS));
  return { kind: 'pace', rate };
}
