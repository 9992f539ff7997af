import { LanguageSwitch } from '../../parts/language-switch.tsx';
import { text } from '../../text/text.ts';
import { DeputyEntry } from './deputy-entry.tsx';

/** A page for the code alone: its address is short enough to be told over the telephone. */
export function DeputyScreen() {
  return (
    <main className="opening">
      <DeputyEntry />
      <p>
        <a href="/">{text.start.join.home}</a>
      </p>
      <LanguageSwitch />
    </main>
  );
}
