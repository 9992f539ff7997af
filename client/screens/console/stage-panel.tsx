import { NextPanel } from './next-panel.tsx';
import { ProgramPanel } from './program-panel.tsx';

/** What everyone sees and what comes next: always in the same two places. */
export function StagePanel() {
  return (
    <div className="console-stage" data-panel="stage">
      <ProgramPanel />
      <NextPanel />
    </div>
  );
}
