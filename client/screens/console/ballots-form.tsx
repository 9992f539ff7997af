import { itemOf } from '../../../shared/domain/agenda/agenda.ts';
import { BASES, type Ballot, type BallotInput, MANNERS } from '../../../shared/domain/ballots/ballot.ts';
import { ChoiceField, Field, TextField } from '../../parts/field.tsx';
import { useConference } from '../../sync/conference-provider.tsx';
import { text } from '../../text/text.ts';
import { type ItemChoice, readBallot } from './ballots-reading.ts';
import { CommandForm } from './command-form.tsx';

const words = () => text.ballots.form;

interface BallotFormProps {
  /** null: a new one. */
  readonly ballot: Ballot | null;
  readonly onDone: () => void;
}

const blank = (): BallotInput => ({
  question: '',
  manner: 'hands',
  options: [...words().defaults],
  base: 'present',
  quorumPercent: 0,
  passPercent: 50,
  itemId: null,
});

/** What is put to the vote, and by which rules. */
export function BallotForm({ ballot, onDone }: BallotFormProps) {
  const items = useItems();
  const { question, options, ...rules } = ballot ?? blank();
  return (
    <CommandForm
      className="console-inset"
      act={words().save}
      onDone={onDone}
      onCancel={onDone}
      write={(form) => readBallot(form, ballot?.ballotId ?? null, items)}
    >
      <TextField
        label={words().question}
        hint={words().questionHint}
        name="question"
        rows={2}
        autoFocus
        defaultValue={question}
      />
      <TextField
        label={words().options}
        hint={words().optionsHint}
        name="options"
        rows={3}
        maxLength={800}
        defaultValue={options.join('\n')}
      />
      <RuleFields rules={rules} />
      <ChoiceField
        label={words().item}
        name="item"
        defaultValue={rules.itemId ?? ''}
        choices={[
          { value: '', label: words().noItem },
          ...items.map(({ itemId, title }) => ({ value: itemId, label: title })),
        ]}
      />
    </CommandForm>
  );
}

/** How it is held, and when it passes. */
function RuleFields({
  rules,
}: {
  readonly rules: Pick<BallotInput, 'manner' | 'base' | 'quorumPercent' | 'passPercent'>;
}) {
  const { manners, bases } = text.ballots;
  return (
    <>
      <div className="console-fields">
        <ChoiceField
          label={words().manner}
          name="manner"
          defaultValue={rules.manner}
          choices={MANNERS.map((value) => ({ value, label: manners[value] }))}
        />
        <ChoiceField
          label={words().base}
          name="base"
          defaultValue={rules.base}
          choices={BASES.map((value) => ({ value, label: bases[value] }))}
        />
      </div>
      <div className="console-fields">
        <Percent label={words().quorum} name="quorum" value={rules.quorumPercent} />
        <Percent label={words().pass} name="pass" value={rules.passPercent} />
      </div>
    </>
  );
}

interface PercentProps {
  readonly label: string;
  readonly name: string;
  readonly value: number;
}

const Percent = ({ label, name, value }: PercentProps) => (
  <Field label={label} name={name} inputMode="numeric" autoComplete="off" maxLength={3} defaultValue={value} />
);

/** What the ballot may belong to. */
const useItems = (): readonly ItemChoice[] =>
  useConference(({ agenda }) =>
    agenda.items.flatMap(({ itemId }): ItemChoice[] => {
      const plan = itemOf(agenda, itemId)?.plan;
      return plan?.row === 'item' ? [{ itemId, title: plan.title }] : [];
    }),
  );
