import { type BallotInput, ballotInputSchema } from '../../../shared/domain/ballots/ballot.ts';
import type { AgendaItemId, BallotId } from '../../../shared/domain/ids.ts';
import { text } from '../../text/text.ts';
import type { Written } from './command-form.tsx';
import { countIn, textIn } from './form-reading.ts';

export interface ItemChoice {
  readonly itemId: AgendaItemId;
  readonly title: string;
}

const words = () => text.ballots.form;

/** The form as a command, or what is still wrong in it. `ballotId` null: a new ballot. */
export function readBallot(form: FormData, ballotId: BallotId | null, items: readonly ItemChoice[]): Written {
  const content = ballotInputSchema.shape;
  const question = textIn(form, 'question');
  if (question === null) return { problem: words().noQuestion };
  if (!content.question.safeParse(question).success) return { problem: words().longQuestion };
  const options = content.options.safeParse(optionsIn(form));
  if (!options.success) return { problem: words().badOptions };
  const quorum = content.quorumPercent.safeParse(percentIn(form, 'quorum'));
  if (!quorum.success) return { problem: words().badQuorum };
  const pass = content.passPercent.safeParse(percentIn(form, 'pass'));
  if (!pass.success) return { problem: words().badPass };
  const ballot: BallotInput = {
    question,
    manner: content.manner.parse(form.get('manner')),
    options: options.data,
    base: content.base.parse(form.get('base')),
    quorumPercent: quorum.data,
    passPercent: pass.data,
    itemId: items.find(({ itemId }) => itemId === form.get('item'))?.itemId ?? null,
  };
  return {
    commands: [ballotId === null ? { type: 'prepareBallot', ballot } : { type: 'correctBallot', ballotId, ballot }],
  };
}

const optionsIn = (form: FormData): readonly string[] =>
  (textIn(form, 'options') ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** Nothing typed is nothing asked; a word is no share. */
const percentIn = (form: FormData, name: string): number | null =>
  textIn(form, name) === null ? 0 : countIn(form, name);
