import { useRef } from 'react';
import type { Command } from '../../../shared/domain/command.ts';
import { useIssue } from '../../parts/command-button.tsx';
import { useNotices } from '../../parts/notices.tsx';

export interface Done {
  readonly sentence: string;
  readonly undo?: Command | null;
}

/** Says what was done, and offers the way back for ten seconds where there is one. */
export function useSay(): (done: Done | undefined) => void {
  const issue = useIssue();
  const { show } = useNotices();
  return (done) => {
    const back = done?.undo ?? null;
    if (done === undefined) return;
    show({ tone: 'ok', sentence: done.sentence, undo: back === null ? undefined : () => void issue(back) });
  };
}

/** Sends a command from a key of a list: one at a time, refusals in words, and the way back offered where there is one. */
export function useAct(): (command: Command | null, done?: Done) => void {
  const issue = useIssue();
  const say = useSay();
  const busy = useRef(false);
  const run = async (command: Command, done: Done | undefined) => {
    busy.current = true;
    const accepted = await issue(command);
    busy.current = false;
    if (accepted) say(done);
  };
  return (command, done) => {
    if (command !== null && !busy.current) void run(command, done);
  };
}
