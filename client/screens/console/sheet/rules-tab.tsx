import { FloorRulesForm } from './floor-rules-form.tsx';
import { LedgerSection } from './ledger-section.tsx';
import { ListTimesForm } from './list-times-form.tsx';

/** How halls come to speak, what time each list gives, and what each has used. */
export function RulesTab() {
  return (
    <div className="console-rules">
      <FloorRulesForm />
      <ListTimesForm />
      <LedgerSection />
    </div>
  );
}
