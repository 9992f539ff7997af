import { useState } from 'react';
import { type Bridges, bridgeOf } from '../../../../shared/domain/bridges/bridge.ts';
import type { Command } from '../../../../shared/domain/command.ts';
import { speechOf } from '../../../../shared/domain/floor/floor.ts';
import { type BridgeId, speechIdSchema } from '../../../../shared/domain/ids.ts';
import type { Proposal, ProposalInput } from '../../../../shared/domain/records/proposal.ts';
import type { ConferenceState } from '../../../../shared/domain/state.ts';
import { likelyLeader } from '../../../../shared/views/follow-up.ts';
import { speechRegister } from '../../../../shared/views/speech-register.ts';
import { ChoiceField, Field, TextField } from '../../../parts/field.tsx';
import { useSync } from '../../../sync/conference-context.ts';
import { useConference } from '../../../sync/conference-provider.tsx';
import { text } from '../../../text/text.ts';
import { CommandForm, type Written } from '../../console/command-form.tsx';
import { textIn } from '../../console/form-reading.ts';
import { bridgeIn, KnownField, useBridgeChoices } from './shared-fields.tsx';
import { SideHead } from './two-panes.tsx';
import { useWhyNot } from './use-why-not.ts';

const words = () => text.followUp.proposals;
const BLANK: ProposalInput = { text: '.', proposedBy: null, bridgeId: null, speechId: null, addressee: '.' };

/** Written while somebody speaks: text, whose, to whom, from where. */
export function NewProposal() {
  const [count, setCount] = useState(0);
  const [addressee, setAddressee] = useState('');
  const reason = useWhyNot({ type: 'registerProposal', ...BLANK });
  const origin = useOrigin();
  const write = (form: FormData): Written => {
    const input = inputIn(form, origin(textIn(form, 'from')));
    if (input === null) return { problem: text.followUp.missing };
    setAddressee(input.addressee);
    return { commands: [{ type: 'registerProposal', ...input }] };
  };
  return (
    <>
      <SideHead title={text.followUp.add} />
      <CommandForm
        key={count}
        write={write}
        act={words().save}
        disabledReason={reason}
        onDone={() => setCount(count + 1)}
      >
        <ProposalFields proposal={null} addressee={addressee} />
        <FromField />
      </CommandForm>
    </>
  );
}

interface CorrectionProps {
  readonly proposal: Proposal;
  readonly onDone: () => void;
}

/** Its words may be corrected; whose stream it stands in may not. */
export function ProposalCorrection({ proposal, onDone }: CorrectionProps) {
  const { proposalId, bridgeId, speechId } = proposal;
  const write = (form: FormData): Written => {
    const input = inputIn(form, { bridgeId, speechId, name: null });
    if (input === null) return { problem: text.followUp.missing };
    const command: Command = { type: 'correctProposal', proposalId, proposal: input };
    return { commands: [command] };
  };
  return (
    <CommandForm write={write} act={text.common.save} onDone={onDone} onCancel={onDone}>
      <ProposalFields proposal={proposal} addressee={proposal.addressee} />
    </CommandForm>
  );
}

interface FieldsProps {
  readonly proposal: Proposal | null;
  readonly addressee: string;
}

function ProposalFields({ proposal, addressee }: FieldsProps) {
  const known = useConference(({ records }) => records.proposals.map((one) => one.addressee));
  return (
    <>
      <ProposalText proposal={proposal} />
      <Field
        label={words().unit}
        name="unit"
        maxLength={200}
        hint={words().unitHint}
        defaultValue={proposal?.proposedBy ?? ''}
      />
      <KnownField label={words().addressee} name="addressee" maxLength={200} defaultValue={addressee} known={known} />
    </>
  );
}

/** What is typed is held against what stands there already. */
function ProposalText({ proposal }: { readonly proposal: Proposal | null }) {
  const proposals = useConference(({ records }) => records.proposals);
  const [typed, setTyped] = useState('');
  const like = typed === '' ? null : likelyLeader(proposals, typed);
  return (
    <>
      <TextField
        label={words().text}
        name="text"
        rows={4}
        maxLength={3_000}
        defaultValue={proposal?.text ?? ''}
        onChange={({ target }) => setTyped(proposal === null ? target.value : '')}
      />
      {like === null ? null : (
        <p className="follow-up-look" role="status">
          <span aria-hidden="true">▲</span> {words().like(proposals.indexOf(like) + 1, like.text)}
        </p>
      )}
    </>
  );
}

/** Speeches that were held, as strings: the latest first. */
const heard = (state: ConferenceState): readonly string[] =>
  speechRegister(state)
    .flatMap(({ speechId, bridge, subject, outcome }) =>
      outcome === 'spoken' || outcome === 'onFloor' ? [`${speechId} ${text.followUp.speech(bridge, subject)}`] : [],
    )
    .toReversed();

function FromField() {
  const bridges = useBridgeChoices();
  const speeches = useConference(heard).map((one) => {
    const space = one.indexOf(' ');
    return { value: `speech ${one.slice(0, space)}`, label: one.slice(space + 1) };
  });
  const halls = bridges.map(({ value, label }) => ({ value: `bridge ${value}`, label }));
  const choices = [{ value: '', label: text.followUp.notSaid }, ...speeches, ...halls];
  return <ChoiceField label={text.followUp.from} name="from" choices={choices} />;
}

interface Origin extends Pick<ProposalInput, 'bridgeId' | 'speechId'> {
  /** The unit, where nobody typed another. */
  readonly name: string | null;
}

function useOrigin(): (chosen: string | null) => Origin {
  const { main } = useSync();
  return (chosen) => originIn(main.get(), chosen?.split(' ') ?? []);
}

function originIn({ bridges, floor }: ConferenceState, [kind, id = '']: readonly string[]): Origin {
  if (kind === 'speech') {
    const speechId = speechIdSchema.parse(id);
    return { ...hallOf(bridges, speechOf(floor, speechId)?.bridgeId ?? null), speechId };
  }
  return { ...hallOf(bridges, bridgeIn(id)), speechId: null };
}

const hallOf = (bridges: Bridges, bridgeId: BridgeId | null) => ({
  bridgeId,
  name: bridgeId === null ? null : (bridgeOf(bridges, bridgeId)?.shortName ?? null),
});

function inputIn(form: FormData, { bridgeId, speechId, name }: Origin): ProposalInput | null {
  const body = textIn(form, 'text');
  const addressee = textIn(form, 'addressee');
  if (body === null || addressee === null) return null;
  return { text: body, proposedBy: textIn(form, 'unit') ?? name, bridgeId, speechId, addressee };
}
