import { readFileSync } from 'node:fs';
import type { ConferenceId } from '../../../shared/domain/ids.ts';

/** The server that is attacked, as an attacker and a wall have it. */
export interface Victim {
  readonly origin: string;
  /** Cookies of seats that may change nothing of the conference; none: a stranger. */
  readonly cookies: readonly string[];
  readonly conference: ConferenceId;
}

export const portOf = ({ origin }: Pick<Victim, 'origin'>): number => Number(new URL(origin).port);

/** Memory that the system gives to the process now, in MB. */
export function residentMb(pid: number): number {
  const kb = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kb ?? 0) / 1_024;
}

const LOOK_MS = 250;

/** The most that the process held, from now until it is asked. */
export function watchMemory(pid: number): { readonly stop: () => number } {
  let most = 0;
  const look = (): void => {
    try {
      most = Math.max(most, residentMb(pid));
    } catch {
      // It has ended: that is told by whoever asks it next.
    }
  };
  const timer = setInterval(look, LOOK_MS);
  return {
    stop: () => {
      clearInterval(timer);
      look();
      return most;
    },
  };
}
