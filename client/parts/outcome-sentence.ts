import type { SendOutcome } from '../sync/send-command.ts';
import { text } from '../text/text.ts';

/** Why what was sent did not come about, for a form that says it itself; null: it did. */
export function outcomeSentence(outcome: SendOutcome): string | null {
  switch (outcome.kind) {
    case 'accepted':
      return null;
    case 'refused':
      return text.refusals.sentence(outcome.code, outcome.params);
    case 'offline':
      return text.common.notSent;
    case 'unknown':
      return text.common.noAnswer;
  }
}
