import { useEffect, useRef, useState } from 'react';
import type { RollAnswer, RollCall } from '../../../../shared/domain/attendance/roll-call.ts';
import { nextInRoll } from '../../../../shared/domain/attendance/roll-order.ts';
import type { Command } from '../../../../shared/domain/command.ts';
import type { BridgeId } from '../../../../shared/domain/ids.ts';
import { previousInRoll } from '../../../../shared/views/roll-call-order.ts';
import { useIssue } from '../../../parts/command-button.tsx';
import { text } from '../../../text/text.ts';
import { useSay } from '../use-act.ts';
import { createAhead } from './roll-ahead.ts';

/** What can be done in the roll call as it stands on this screen. */
export interface RollRun {
  /** Whom a press concerns now: the bridge that is called, or that has been gone on to. */
  readonly called: () => BridgeId | null;
  /** Takes down an answer; a number that was given before is kept, unless nobody answered. */
  readonly answer: (bridgeId: BridgeId, answer: RollAnswer) => void;
  /** Takes down a number: whoever gives one has been heard, or was seen to show it. */
  readonly number: (bridgeId: BridgeId, present: number) => void;
  readonly call: (bridgeId: BridgeId | null) => void;
  readonly next: () => void;
  readonly back: () => void;
  readonly end: () => void;
}

export function useRollRun(roll: RollCall): RollRun {
  const send = useInOrder();
  const say = useSay();
  // What was pressed here, before the screen shows it.
  const said = useRef(new Map<BridgeId, RollAnswer>());
  const [ahead] = useState(() => createAhead(() => performance.now()));
  const { bridgeId: shown = null, since = 0 } = roll.current ?? {};
  useEffect(() => ahead.moved(), [ahead, shown, since]);
  const called = () => ahead.called(shown);
  const asGoneOn = (): RollCall => {
    const bridgeId = called();
    return bridgeId === null ? roll : { ...roll, current: { bridgeId, since } };
  };
  const call = (bridgeId: BridgeId | null) => {
    if (bridgeId === null) return;
    const expectedBridgeId = called();
    ahead.sent(bridgeId);
    void send({ type: 'callRoll', expectedBridgeId, bridgeId }).then(ahead.acknowledged);
  };
  return {
    called,
    call,
    answer: (bridgeId, answer) => {
      ahead.answered();
      said.current.set(bridgeId, answer);
      const present = answer === 'missing' ? null : (roll.answers[bridgeId]?.present ?? null);
      void send({ type: 'answerRoll', bridgeId, answer, present });
    },
    number: (bridgeId, present) => {
      ahead.answered();
      const answer = said.current.get(bridgeId) ?? roll.answers[bridgeId]?.answer;
      void send({ type: 'answerRoll', bridgeId, answer: answer === 'silent' ? 'silent' : 'heard', present });
    },
    next: () => {
      if (ahead.mayGoOn()) call(nextInRoll(asGoneOn()));
    },
    back: () => call(previousInRoll(asGoneOn())),
    end: () => {
      void send({ type: 'endRollCall' }).then((done) => {
        if (done) say({ sentence: text.rollCall.run.ended });
      });
    },
  };
}

/**
 * Sends presses one after another, in the order in which they were made: whoever types fast answers and goes on before
 * the first answer has been acknowledged. What was pressed after one that is refused is not sent: it was meant for a
 * roll call that did not come about.
 */
function useInOrder(): (command: Command) => Promise<boolean> {
  const issue = useIssue();
  const tail = useRef<Promise<unknown>>(Promise.resolve());
  const refusals = useRef(0);
  return (command) => {
    const meantAfter = refusals.current;
    const sent = tail.current.then(async () => {
      if (refusals.current !== meantAfter) return false;
      const accepted = await issue(command);
      if (!accepted) refusals.current++;
      return accepted;
    });
    tail.current = sent;
    return sent;
  };
}
