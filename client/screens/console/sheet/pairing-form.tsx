import { type FormEvent, useState } from 'react';
import type { BridgeId } from '../../../../shared/domain/ids.ts';
import { Field } from '../../../parts/field.tsx';
import { useNotices } from '../../../parts/notices.tsx';
import { useSync } from '../../../sync/conference-context.ts';
import type { Fetched } from '../../../sync/http.ts';
import { enterPairing } from '../../../sync/technical.ts';
import { text } from '../../../text/text.ts';
import { CODE_LENGTH, typedCode } from '../../pair/code-groups.ts';
import { SeatFields, useSeatWish } from './seat-fields.tsx';

const words = () => text.talkback.pair.form;

/** Room for spaces and dashes that somebody types along. */
const LONGEST_TYPED = 20;

/** Gives a seat to a screen that stands somewhere and shows a code: nobody has to type a link there. */
export function PairingForm({ onPaired }: { readonly onPaired: () => void }) {
  const wish = useSeatWish();
  const [code, setCode] = useState('');
  const { pending, problem, pair } = usePairingEntry(() => {
    setCode('');
    onPaired();
  });
  const missing = CODE_LENGTH - typedCode(code).length;
  const reason = wish.reason ?? (missing > 0 ? words().short(missing) : null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!pending && reason === null) void pair(typedCode(code), wish.value);
  };
  return (
    <form className="console-form console-inset" onSubmit={submit}>
      <h3>{words().heading}</h3>
      <p className="console-preview">{words().how}</p>
      <div className="console-fields">
        <Field
          label={words().code}
          hint={words().codeHint}
          problem={problem}
          className="console-pairing-code"
          value={code}
          maxLength={LONGEST_TYPED}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          onChange={({ target }) => setCode(target.value)}
        />
        <SeatFields wish={wish} />
      </div>
      <div className="console-form-buttons">
        <button type="submit" className="button" data-tone="primary" disabled={reason !== null} aria-busy={pending}>
          {words().press}
        </button>
        {reason === null ? null : <span className="command-reason">{reason}</span>}
      </div>
    </form>
  );
}

interface Wish {
  readonly seat: Parameters<typeof enterPairing>[1]['seat'];
  readonly bridgeId: BridgeId | null;
  readonly label: string;
}

function usePairingEntry(onPaired: () => void) {
  const { conference } = useSync();
  const { show } = useNotices();
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const pair = async (code: string, wish: Wish) => {
    setPending(true);
    const answer = await enterPairing(conference, { code, ...wish });
    setPending(false);
    setProblem(problemOf(answer));
    if (answer.kind !== 'ok') return;
    show({ tone: 'ok', sentence: words().done(wish.label) });
    onPaired();
  };
  return { pending, problem, pair };
}

function problemOf(answer: Fetched<unknown>): string | null {
  if (answer.kind === 'ok') return null;
  if (answer.kind === 'offline') return text.common.notSent;
  if (answer.code === 'code-invalid') return words().refused;
  return answer.code === 'too-many-tries' ? words().tooMany : text.refusals.sentence(answer.code, answer.params);
}
