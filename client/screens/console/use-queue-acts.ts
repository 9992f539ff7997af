import { bridgeOf } from '../../../shared/domain/bridges/bridge.ts';
import type { Command } from '../../../shared/domain/command.ts';
import { speechOf } from '../../../shared/domain/floor/floor.ts';
import type { SpeechId } from '../../../shared/domain/ids.ts';
import { useConference } from '../../sync/conference-provider.tsx';
import { text } from '../../text/text.ts';
import { successorOf } from './move-one.ts';
import { useAct } from './use-act.ts';
import { wholeState } from './use-rights.ts';

const words = text.console.queue;

/** Moves a speech in the queue; the way back is the place it stood at. */
export function useMoveSpeech(): (queue: readonly SpeechId[], id: SpeechId, before: SpeechId | null) => void {
  const act = useAct();
  const state = useConference(wholeState);
  return (queue, id, before) => {
    const speech = speechOf(state.floor, id);
    const place = speech === undefined ? undefined : bridgeOf(state.bridges, speech.bridgeId)?.shortName;
    const at = queue.filter((one) => one !== id);
    const position = (before === null ? at.length : at.indexOf(before)) + 1;
    act(
      { type: 'moveSpeech', speechId: id, beforeSpeechId: before },
      {
        sentence: words.moved(place ?? text.console.goneBridge, position),
        undo: { type: 'moveSpeech', speechId: id, beforeSpeechId: successorOf(queue, id) },
      },
    );
  };
}

/** Takes a speech off the list. It cannot come back, but the same wish can be entered again, at the end. */
export function useWithdrawSpeech(): (id: SpeechId) => void {
  const act = useAct();
  const state = useConference(wholeState);
  return (id) => {
    const speech = speechOf(state.floor, id);
    if (speech === undefined) return;
    const { bridgeId, subject, allottedMs, kind } = speech;
    const { fullName, positions } = speech.speaker;
    const wish = { bridgeId, subject, speaker: { fullName, positions } };
    const again: Command =
      kind === 'paper' ? { type: 'registerPaper', ...wish, allottedMs } : { type: 'requestSpeech', ...wish };
    const place = bridgeOf(state.bridges, bridgeId)?.shortName ?? text.console.goneBridge;
    act({ type: 'withdrawSpeech', speechId: id }, { sentence: words.withdrawn(place), undo: again });
  };
}
