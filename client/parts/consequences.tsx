import { createContext, type ReactNode, useCallback, useContext, useState } from 'react';
import { type Consequence, consequenceSchema } from '../../shared/domain/consequence.ts';
import type { Rejection } from '../../shared/domain/rejection.ts';
import { text } from '../text/text.ts';
import { Dialog } from './dialog.tsx';

type Params = Rejection['params'];
type Ask = (params: Params) => Promise<Consequence | null>;

interface Question {
  readonly consequence: Consequence;
  readonly params: Params;
  readonly answer: (accepted: Consequence | null) => void;
}

const AskContext = createContext<Ask | null>(null);

/** Stands once, around the whole page: what a command would bring about beside what it says is asked here. */
export function ConsequencesProvider({ children }: { readonly children: ReactNode }) {
  const [question, setQuestion] = useState<Question | null>(null);
  const ask = useCallback<Ask>((params) => {
    const consequence = consequenceSchema.safeParse(params['consequence']);
    if (!consequence.success) return Promise.resolve(null);
    return new Promise((resolve) => {
      const answer = (accepted: Consequence | null) => {
        setQuestion(null);
        resolve(accepted);
      };
      setQuestion({ consequence: consequence.data, params, answer });
    });
  }, []);
  return (
    <AskContext value={ask}>
      {children}
      {question === null ? null : <ConsequenceDialog question={question} />}
    </AskContext>
  );
}

/** Asks whether the consequence of a refusal is wanted; resolves to its name, or to null. */
export function useAskConsequence(): Ask {
  const ask = useContext(AskContext);
  if (ask === null) throw new Error('used outside a ConsequencesProvider');
  return ask;
}

/** Only shown, not invited. A director presses fast: Enter, which takes, must not answer for a picture that is gone. */
const isShown = ({ consequence, params }: Question): boolean =>
  consequence === 'bridge-lost' && (params['command'] === 'armSource' || params['command'] === 'takeSource');

/** A hall that is lost is invited to speak, or only shown: each is asked in its own words. */
const wordsOf = (question: Question) =>
  isShown(question)
    ? { ...text.director.gone, sentence: () => text.director.gone.sentence(String(question.params['bridge'] ?? '')) }
    : text.consequences[question.consequence];

function ConsequenceDialog({ question }: { readonly question: Question }) {
  const { params, answer, consequence } = question;
  const { title, sentence, confirm } = wordsOf(question);
  return (
    <Dialog title={title} onClose={() => answer(null)}>
      <p>{sentence(params)}</p>
      <p className="dialog-buttons">
        <button type="button" className="button" data-tone="primary" onClick={() => answer(consequence)}>
          {confirm}
        </button>
        <span data-first={isShown(question) || undefined}>
          <button type="button" className="button" data-tone="plain" onClick={() => answer(null)}>
            {text.consequences.back}
          </button>
        </span>
      </p>
    </Dialog>
  );
}
