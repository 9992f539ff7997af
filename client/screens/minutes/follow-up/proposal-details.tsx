import { useState } from 'react';
import { type Proposal, proposalStatusSchema, type Settlement } from '../../../../shared/domain/records/proposal.ts';
import { CommandButton } from '../../../parts/command-button.tsx';
import { ChoiceField, Field, TextField } from '../../../parts/field.tsx';
import { useConference } from '../../../sync/conference-provider.tsx';
import { text } from '../../../text/text.ts';
import { CommandForm, type Written } from '../../console/command-form.tsx';
import { textIn } from '../../console/form-reading.ts';
import { competenceChoices } from './proposal-filter.tsx';
import { ProposalCorrection } from './proposal-form.tsx';
import { RemovePress } from './remove-press.tsx';
import { KnownField } from './shared-fields.tsx';
import { SideHead } from './two-panes.tsx';
import { useWhyNot } from './use-why-not.ts';

const words = () => text.followUp.proposals;

interface ProposalDetailsProps {
  readonly proposal: Proposal;
  readonly onClose: () => void;
}

/** One proposal: what became of it, whether it repeats another, and its words. */
export function ProposalDetails({ proposal, onClose }: ProposalDetailsProps) {
  const [isCorrecting, correct] = useState(false);
  const number = useConference(({ records }) => records.proposals.indexOf(proposal) + 1);
  return (
    <>
      <SideHead title={text.followUp.number(number)} back={onClose} backLabel={text.followUp.add} />
      {isCorrecting ? (
        <ProposalCorrection proposal={proposal} onDone={() => correct(false)} />
      ) : (
        <>
          <Facts proposal={proposal} />
          <SettlingForm proposal={proposal} />
          <ProposalPresses proposal={proposal} onCorrect={() => correct(true)} onClose={onClose} />
        </>
      )}
    </>
  );
}

function Facts({ proposal }: { readonly proposal: Proposal }) {
  const leader = useConference(
    ({ records }) => records.proposals.findIndex(({ proposalId }) => proposalId === proposal.duplicateOf) + 1,
  );
  return (
    <div className="follow-up-facts">
      <p>{proposal.text}</p>
      <p>{words().line(proposal.proposedBy ?? text.followUp.notSaid, proposal.addressee)}</p>
      {leader === 0 ? null : <p>{words().duplicateOf(leader)}</p>}
    </div>
  );
}

function SettlingForm({ proposal }: { readonly proposal: Proposal }) {
  const { proposalId, status, competence, competentBody, answer, answeredBy } = proposal;
  const settlement: Settlement = { status, competence, competentBody, answer, answeredBy };
  const reason = useWhyNot({ type: 'settleProposal', proposalId, settlement });
  const bodies = useConference(({ records }) =>
    records.proposals.flatMap((one) => (one.competentBody === null ? [] : [one.competentBody])),
  );
  const write = (form: FormData): Written => ({
    commands: [{ type: 'settleProposal', proposalId, settlement: settlementIn(form) }],
  });
  return (
    <CommandForm
      key={JSON.stringify(settlement)}
      write={write}
      act={words().saveSettling}
      disabledReason={reason}
      onDone={() => undefined}
      className="console-inset"
    >
      <h3>{words().settle}</h3>
      <ChoiceField
        label={words().state}
        name="status"
        choices={proposalStatusSchema.options.map((one) => ({ value: one, label: words().status[one] }))}
        defaultValue={status}
      />
      <ChoiceField
        label={words().whose}
        name="competence"
        choices={competenceChoices()}
        defaultValue={competence ?? 'unseen'}
      />
      <KnownField label={words().body} name="body" maxLength={200} defaultValue={competentBody ?? ''} known={bodies} />
      <TextField label={words().answer} name="answer" rows={3} maxLength={3_000} defaultValue={answer ?? ''} />
      <Field label={words().answeredBy} name="answeredBy" maxLength={200} defaultValue={answeredBy ?? ''} />
    </CommandForm>
  );
}

function settlementIn(form: FormData): Settlement {
  const competence = textIn(form, 'competence');
  return {
    status: proposalStatusSchema.parse(textIn(form, 'status')),
    competence: competence === 'within' || competence === 'outside' ? competence : null,
    competentBody: textIn(form, 'body'),
    answer: textIn(form, 'answer'),
    answeredBy: textIn(form, 'answeredBy'),
  };
}

interface PressesProps extends ProposalDetailsProps {
  readonly onCorrect: () => void;
}

function ProposalPresses({ proposal, onCorrect, onClose }: PressesProps) {
  const { proposalId, bridgeId, speechId, proposedBy, addressee, duplicateOf } = proposal;
  const input = { text: proposal.text, proposedBy, bridgeId, speechId, addressee };
  const isUntouched = proposal.status === 'registered' && duplicateOf === null;
  return (
    <div className="follow-up-presses">
      {duplicateOf === null ? null : (
        <CommandButton make={() => ({ type: 'groupProposal', proposalId, duplicateOf: null })} label={words().split} />
      )}
      <button type="button" className="button" data-tone="quiet" onClick={onCorrect}>
        {text.followUp.correct}
      </button>
      <RemovePress
        command={{ type: 'removeProposal', proposalId }}
        again={isUntouched ? { type: 'registerProposal', ...input } : null}
        onDone={onClose}
      />
    </div>
  );
}
