import { type Proposal, proposalStatusSchema } from '../../../../shared/domain/records/proposal.ts';
import type { Choice } from '../../../parts/field.tsx';
import { text } from '../../../text/text.ts';

const words = () => text.followUp.proposals;

/** Empty: all of them. */
export interface ProposalFilter {
  readonly addressee: string;
  readonly status: string;
  readonly competence: string;
}

export const ALL: ProposalFilter = { addressee: '', status: '', competence: '' };

export const matches = ({ addressee, status, competence }: ProposalFilter, one: Proposal): boolean =>
  (addressee === '' || one.addressee === addressee) &&
  (status === '' || one.status === status) &&
  (competence === '' || (one.competence ?? 'unseen') === competence);

interface FilterFieldsProps {
  readonly filter: ProposalFilter;
  readonly proposals: readonly Proposal[];
  readonly onChange: (filter: ProposalFilter) => void;
}

export function ProposalFilterFields({ filter, proposals, onChange }: FilterFieldsProps) {
  const addressees = [...new Set(proposals.map(({ addressee }) => addressee))];
  const choices: Readonly<Record<keyof ProposalFilter, readonly Choice[]>> = {
    addressee: [{ value: '', label: words().addressees }, ...addressees.map((one) => ({ value: one, label: one }))],
    status: [
      { value: '', label: words().states },
      ...proposalStatusSchema.options.map((one) => ({ value: one, label: words().status[one] })),
    ],
    competence: [{ value: '', label: words().competences }, ...competenceChoices()],
  };
  return (['addressee', 'status', 'competence'] as const).map((key) => (
    <select
      key={key}
      aria-label={words().filter[key]}
      value={filter[key]}
      onChange={({ target }) => onChange({ ...filter, [key]: target.value })}
    >
      {choices[key].map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  ));
}

export const competenceChoices = (): readonly Choice[] =>
  (['unseen', 'within', 'outside'] as const).map((one) => ({ value: one, label: words().competence[one] }));
