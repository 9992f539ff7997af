import { bridgeOf } from '../../../shared/domain/bridges/bridge.ts';
import { speechOf } from '../../../shared/domain/floor/floor.ts';
import type { SpeechId } from '../../../shared/domain/ids.ts';
import { useConference } from '../../sync/conference-provider.tsx';
import { text } from '../../text/text.ts';
import { successorOf } from './move-one.ts';
import { useAct } from './use-act.ts';
import { wholeState } from './use-rights.ts';

const words = () => text.console.queue;

export type MoveSpeech = (ids: readonly SpeechId[], id: SpeechId, before: SpeechId | null) => void;

/** Moves a speech in its list; the way back is the place it stood at. */
export function useMoveSpeech(): MoveSpeech {
  const act = useAct();
  const state = useConference(wholeState);
  return (ids, id, before) => {
    const speech = speechOf(state.floor, id);
    const place = speech === undefined ? undefined : bridgeOf(state.bridges, speech.bridgeId)?.shortName;
    const others = ids.filter((one) => one !== id);
    const position = (before === null ? others.length : others.indexOf(before)) + 1;
    act(
      { type: 'moveSpeech', speechId: id, beforeSpeechId: before },
      {
        sentence: words().moved(place ?? text.console.goneBridge, position),
        undo: { type: 'moveSpeech', speechId: id, beforeSpeechId: successorOf(ids, id) },
      },
    );
  };
}
