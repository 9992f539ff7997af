/** One long experiment: what it does to the product, and the figures it found beside those it was meant to find. */
export interface Drill {
  /** What is typed: `npm run drill kill`. */
  readonly name: string;
  /** Its number in the table of fault experiments (docs/faults.md). */
  readonly experiment: string;
  readonly does: string;
  readonly run: (asked: Asked) => Promise<readonly Figure[]>;
}

export interface Asked {
  /** Cycles, images, seeds or screens, whatever the drill counts; null: its long form. */
  readonly size: number | null;
  /** How long it goes on; null: its long form. */
  readonly minutes: number | null;
  readonly seed: number;
  readonly say: (line: string) => void;
  /** Ctrl-C: the drill cleans up and tells what it has found so far. */
  readonly signal: AbortSignal;
}

export interface Figure {
  readonly what: string;
  readonly measured: string;
  /** As docs/faults.md has it; empty where there is none. */
  readonly aim: string;
  readonly met: boolean;
}
