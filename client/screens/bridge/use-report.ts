import { useRef, useState } from 'react';
import type { Command } from '../../../shared/domain/command.ts';
import { useAskConsequence } from '../../parts/consequences.tsx';
import { useNotices } from '../../parts/notices.tsx';
import { outcomeSentence } from '../../parts/outcome-sentence.ts';
import { type SendOutcome, useSend } from '../../sync/send-command.ts';
import { text } from '../../text/text.ts';

type Report = Extract<Command, { type: 'reportHeadcount' }>;

export interface ReportPress {
  readonly pending: boolean;
  /** Resolves to whether it was accepted. */
  readonly send: (report: Report) => Promise<boolean>;
}

interface ReportEnds {
  readonly onSent: () => void;
  /** Somebody else has reported meanwhile; the number of the report that stands now. */
  readonly onChanged: (revision: number) => void;
}

/** Sends a report; what it would bring about is asked, and a report that came in between is handed back to compare. */
export function useReport({ onSent, onChanged }: ReportEnds): ReportPress {
  const send = useAskingSend();
  const { show } = useNotices();
  const [pending, setPending] = useState(false);
  const busy = useRef(false);
  const press = async (report: Report) => {
    if (busy.current) return false;
    busy.current = true;
    setPending(true);
    const outcome = await send(report);
    busy.current = false;
    setPending(false);
    const sentence = outcome === null ? null : outcomeSentence(outcome);
    if (sentence !== null) show({ tone: 'look', sentence });
    if (outcome?.kind === 'accepted') {
      show({ tone: 'ok', sentence: text.roll.report.sent });
      onSent();
    }
    const changedTo = outcome === null ? null : revisionIn(outcome);
    if (changedTo !== null) onChanged(changedTo);
    return outcome?.kind === 'accepted';
  };
  return { pending, send: press };
}

/** Of the report that came in between; null: none did. */
function revisionIn(outcome: SendOutcome): number | null {
  if (outcome.kind !== 'refused' || outcome.code !== 'report-changed') return null;
  const revision = outcome.params['revision'];
  return typeof revision === 'number' ? revision : null;
}

/** null: somebody looked at what it would bring about, and went back. */
function useAskingSend(): (report: Report) => Promise<SendOutcome | null> {
  const send = useSend();
  const ask = useAskConsequence();
  return async (wish) => {
    let report = wish;
    for (;;) {
      const outcome = await send(report);
      if (outcome.kind !== 'refused' || outcome.code !== 'unconfirmed') return outcome;
      const consequence = await ask(outcome.params);
      if (consequence === null) return null;
      report = { ...report, accepting: [...report.accepting, consequence] };
    }
  };
}
