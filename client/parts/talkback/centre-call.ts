import { createContext, useContext, useEffect, useMemo, useRef, useState } from 'react';
import type { BridgeId } from '../../../shared/domain/ids.ts';
import { type Call, callOf, isOpen } from '../../../shared/domain/messages/message.ts';
import { useConference } from '../../sync/conference-provider.tsx';
import { useSend } from '../../sync/send-command.ts';

/** The part of this page in a call. The call itself does not say who of the centre speaks in it. */
export interface OwnPart {
  readonly bridgeId: BridgeId;
  /** null: it was rung, and the state does not show it yet. */
  readonly callId: Call['callId'] | null;
  /** Who rang ends the call by leaving; who only joined leaves it to the other. */
  readonly rang: boolean;
}

/** The own part after a change of the calls: it takes the call that it rang, and ends with it. */
export function partAfter(part: OwnPart | null, call: Call | undefined): OwnPart | null {
  if (part === null) return null;
  if (part.callId === null) return isOpen(call) ? { ...part, callId: call.callId } : part;
  return isOpen(call) && call.callId === part.callId ? part : null;
}

interface CentreCall {
  readonly part: OwnPart | null;
  readonly onRung: (bridgeId: BridgeId) => void;
  readonly join: (bridgeId: BridgeId, callId: Call['callId']) => void;
}

export const CentreCallContext = createContext<CentreCall | null>(null);

export function useCentreCall(): CentreCall {
  const call = useContext(CentreCallContext);
  if (call === null) throw new Error('used outside a talkback panel');
  return call;
}

export function useOwnCentreCall(): CentreCall {
  const [part, setPart] = useState<OwnPart | null>(null);
  const call = useConference(({ messages }) => (part === null ? undefined : callOf(messages, part.bridgeId)));
  const next = useMemo(() => partAfter(part, call), [part, call]);
  useEffect(() => setPart(next), [next]);
  useEndOnLeaving(next);
  return {
    part: next,
    onRung: (bridgeId) => setPart({ bridgeId, callId: null, rang: true }),
    join: (bridgeId, callId) => setPart({ bridgeId, callId, rang: false }),
  };
}

/** With nobody of the centre there, a bridge would go on talking to an empty room. */
function useEndOnLeaving(part: OwnPart | null): void {
  const send = useSend();
  const latest = useRef({ part, send });
  useEffect(() => {
    latest.current = { part, send };
  });
  useEffect(
    () => () => {
      const { part: left, send: say } = latest.current;
      if (left === null || left.callId === null || !left.rang) return;
      void say({ type: 'endCall', bridgeId: left.bridgeId, callId: left.callId });
    },
    [],
  );
}
