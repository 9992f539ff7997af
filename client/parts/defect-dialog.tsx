import { type FormEvent, useState } from 'react';
import { bridgesInOrder } from '../../shared/domain/bridges/bridge.ts';
import type { Command } from '../../shared/domain/command.ts';
import { bridgeIdSchema } from '../../shared/domain/ids.ts';
import { mayIssue } from '../../shared/domain/policy.ts';
import type { ConferenceState } from '../../shared/domain/state.ts';
import { useConference, useSeat } from '../sync/conference-provider.tsx';
import { type SendOutcome, useSend } from '../sync/send-command.ts';
import { useCommandsOff } from '../sync/use-commands-off.ts';
import { text } from '../text/text.ts';
import { Dialog } from './dialog.tsx';
import { ChoiceField, TextField } from './field.tsx';
import { useNotices } from './notices.tsx';

const words = () => text.rehearsal.defect;
const MAX = 600;

/** Whether this seat notes defects at all. */
export function useMayReport(): boolean {
  const { seat, bridgeId } = useSeat();
  const report: Command = { type: 'reportDefect', sentence: '', bridgeId };
  return useConference((state) => mayIssue({ seat, bridgeId, session: '' }, report, state));
}

/** What was found wrong, in a sentence; from a hall it is always of that hall. */
export function DefectDialog({ onClose }: { readonly onClose: () => void }) {
  const { bridgeId: own } = useSeat();
  const { pending, problem, submit } = useReport(onClose);
  const off = useCommandsOff();
  return (
    <Dialog title={words().title} onClose={onClose}>
      <form className="defect-form" onSubmit={submit} noValidate>
        <TextField
          label={words().sentence}
          hint={words().hint}
          name="sentence"
          maxLength={MAX}
          rows={3}
          problem={problem}
        />
        {own === null ? <WhereField /> : null}
        <p className="defect-presses">
          <button type="submit" className="button" data-tone="primary" disabled={off !== null} aria-busy={pending}>
            {pending ? text.common.sending : words().save}
          </button>
          <button type="button" className="button" data-tone="plain" onClick={onClose}>
            {text.common.cancel}
          </button>
          {off === null ? null : <span className="command-reason">{off}</span>}
        </p>
      </form>
    </Dialog>
  );
}

const places = ({ bridges }: ConferenceState) =>
  bridgesInOrder(bridges).flatMap(({ bridgeId, name, tier }) => (tier === 0 ? [] : [`${bridgeId} ${name}`]));

function WhereField() {
  // As strings, so that the list keeps its identity while nothing of it changes.
  const bridges = useConference(places).map((place) => {
    const space = place.indexOf(' ');
    return { value: place.slice(0, space), label: place.slice(space + 1) };
  });
  return (
    <ChoiceField label={words().where} name="where" choices={[{ value: '', label: words().everywhere }, ...bridges]} />
  );
}

function useReport(onDone: () => void) {
  const { bridgeId: own } = useSeat();
  const send = useSend();
  const { show } = useNotices();
  const [pending, setPending] = useState(false);
  const [refused, setRefused] = useState<'empty' | Exclude<SendOutcome, { kind: 'accepted' }> | null>(null);
  const report = async (sentence: string, where: string) => {
    setPending(true);
    const bridgeId = own ?? (where === '' ? null : bridgeIdSchema.parse(where));
    const outcome = await send({ type: 'reportDefect', sentence, bridgeId });
    setPending(false);
    if (outcome.kind !== 'accepted') return setRefused(outcome);
    show({ tone: 'ok', sentence: words().saved });
    onDone();
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const of = (name: string) => {
      const value = form.get(name);
      return typeof value === 'string' ? value.trim() : '';
    };
    const sentence = of('sentence');
    if (pending) return;
    if (sentence === '' || sentence.length > MAX) return setRefused('empty');
    void report(sentence, of('where'));
  };
  return { pending, problem: refused === null ? null : problemOf(refused), submit };
}

function problemOf(refused: 'empty' | Exclude<SendOutcome, { kind: 'accepted' }>): string {
  if (refused === 'empty') return words().problem;
  if (refused.kind === 'offline') return text.common.notSent;
  return refused.kind === 'unknown' ? text.common.noAnswer : text.refusals.sentence(refused.code, refused.params);
}
