import type { PlanProblem } from '../../../../shared/views/agenda-clock.ts';
import { formatMinutes } from '../../../parts/clock-text.ts';
import { Shape } from '../../../parts/shape.tsx';
import { text } from '../../../text/text.ts';

const MINUTE_MS = 60_000;

/** What is wrong with the plan at a row, a sentence each. */
export function PlanProblems({ problems }: { readonly problems: readonly PlanProblem[] }) {
  return problems.map((problem) => (
    <small key={problem.kind} className="console-plan-problem">
      <Shape name="look" /> {sentenceOf(problem)}
    </small>
  ));
}

function sentenceOf(problem: PlanProblem): string {
  const byMs = 'byMs' in problem ? problem.byMs : 0;
  return text.agenda.problems[problem.kind](formatMinutes(Math.max(1, Math.round(byMs / MINUTE_MS))));
}
