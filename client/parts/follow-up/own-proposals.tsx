import { type FormEvent, useState } from 'react';
import { bridgeOf } from '../../../shared/domain/bridges/bridge.ts';
import type { Command } from '../../../shared/domain/command.ts';
import type { BridgeId } from '../../../shared/domain/ids.ts';
import { phasesOf } from '../../../shared/domain/phases.ts';
import { mayIssue } from '../../../shared/domain/policy.ts';
import { type Proposal, proposalInputSchema } from '../../../shared/domain/records/proposal.ts';
import { useConference, useOwnBridge, useSeat } from '../../sync/conference-provider.tsx';
import { useSend } from '../../sync/send-command.ts';
import { useCommandsOff } from '../../sync/use-commands-off.ts';
import { text } from '../../text/text.ts';
import { Dialog } from '../dialog.tsx';
import { Field, TextField } from '../field.tsx';
import { outcomeSentence } from '../outcome-sentence.ts';
import './own-proposals.css';

const words = () => text.followUp.own;

/** What the hall asks of those above it: written here, answered here. */
export function OwnProposals({ own }: { readonly own: BridgeId }) {
  const [open, setOpen] = useState(false);
  const { seat } = useSeat();
  const blank: Command = {
    type: 'registerProposal',
    text: '.',
    proposedBy: null,
    bridgeId: own,
    speechId: null,
    addressee: '.',
  };
  const may = useConference(
    (state) =>
      mayIssue({ seat, session: '', bridgeId: own }, blank, state) &&
      phasesOf(blank).includes(state.conference.phase) &&
      state.conference.classifiedSince === null,
  );
  if (!may) return null;
  return (
    <>
      <button type="button" className="button" data-tone="plain" onClick={() => setOpen(true)}>
        {words().press}
      </button>
      {open ? (
        <Dialog title={words().title} onClose={() => setOpen(false)} className="bridge-dialog">
          <ProposalForm own={own} />
          <OwnList />
        </Dialog>
      ) : null}
    </>
  );
}

function ProposalForm({ own }: { readonly own: BridgeId }) {
  const name = useConference(({ bridges }) => bridgeOf(bridges, own)?.shortName ?? '');
  const off = useCommandsOff();
  const { count, pending, problem, submit } = useRegister(own);
  const { proposals } = text.followUp;
  return (
    <form key={count} className="own-proposals" onSubmit={submit} noValidate>
      <TextField
        label={proposals.text}
        name="text"
        rows={4}
        maxLength={3_000}
        problem={problem?.field === 'text' ? problem.sentence : null}
      />
      <Field label={proposals.unit} name="unit" maxLength={200} defaultValue={name} />
      <Field
        label={proposals.addressee}
        name="addressee"
        maxLength={200}
        problem={problem?.field === 'addressee' ? problem.sentence : null}
      />
      <p>
        <button type="submit" className="button" data-tone="primary" disabled={off !== null} aria-busy={pending}>
          {pending ? text.common.sending : words().send}
        </button>
        {off === null ? null : <span className="command-reason">{off}</span>}
      </p>
    </form>
  );
}

function useRegister(bridgeId: BridgeId) {
  const send = useSend();
  const [count, setCount] = useState(0);
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<{ readonly field: 'text' | 'addressee'; readonly sentence: string } | null>(
    null,
  );
  const register = async (form: FormData) => {
    const input = proposalInputSchema.safeParse({
      text: form.get('text'),
      proposedBy: form.get('unit') || null,
      bridgeId,
      speechId: null,
      addressee: form.get('addressee'),
    });
    if (!input.success)
      return setProblem({ field: form.get('text') === '' ? 'text' : 'addressee', sentence: text.followUp.missing });
    setPending(true);
    const refusal = outcomeSentence(await send({ type: 'registerProposal', ...input.data }));
    setPending(false);
    setProblem(refusal === null ? null : { field: 'text', sentence: refusal });
    if (refusal === null) setCount((before) => before + 1);
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!pending) void register(new FormData(event.currentTarget));
  };
  return { count, pending, problem, submit };
}

function OwnList() {
  const proposals = useOwnBridge(({ records }) => records.proposals);
  return (
    <section aria-label={words().sent}>
      <h3>{words().sent}</h3>
      {proposals.length === 0 ? <p>{words().none}</p> : null}
      <ol className="own-proposals-list">
        {proposals.toReversed().map((one) => (
          <OwnLine key={one.proposalId} proposal={one} />
        ))}
      </ol>
    </section>
  );
}

function OwnLine({ proposal: { text: body, addressee, status, answer } }: { readonly proposal: Proposal }) {
  return (
    <li>
      <p>{body}</p>
      <small>
        {addressee} · {text.followUp.proposals.status[status]}
        {answer === null ? '' : `: ${answer}`}
      </small>
    </li>
  );
}
