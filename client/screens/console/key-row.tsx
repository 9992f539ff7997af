import { useShortcut } from '../../parts/shortcut.ts';
import { useCommandsOff } from '../../sync/use-commands-off.ts';
import { text } from '../../text/text.ts';
import type { Action } from './action.ts';
import { keysOfTheMoment } from './floor/floor-actions.ts';
import { useAct } from './use-act.ts';
import { useFloorActions } from './use-floor-actions.ts';

const words = () => text.console.keys;

const LONG = 16;

/** The keys of the moment. What would be refused stands grey and says why under the pointer. */
export function KeyRow() {
  const off = useCommandsOff();
  const now = useFloorActions();
  const actions = keysOfTheMoment(now);
  useStepKey(now.step);
  return (
    <footer className="console-keys" aria-label={words().label}>
      {actions.map((action) => (
        <ActionKey key={action.shortcut} action={off === null ? action : { ...action, reason: off }} />
      ))}
      {words().always.map(({ key, does }) => (
        <span key={key}>
          <kbd>{key}</kbd> {does}
        </span>
      ))}
    </footer>
  );
}

/** The one key whose press is no button of this screen: the programme has one at each of its items. */
function useStepKey({ shortcut, reason, make, done }: Action): void {
  const act = useAct();
  useShortcut(reason === null && shortcut !== null ? shortcut : undefined, () => act(make(), done));
}

function ActionKey({ action: { label, shortcut, reason } }: { readonly action: Action }) {
  return (
    <span data-off={reason !== null || undefined} data-long={label.length > LONG || undefined} title={reason ?? label}>
      <kbd>{keyName(shortcut)}</kbd> {label}
    </span>
  );
}

/** "⇧F8" takes less room than "Shift+F8". */
const keyName = (shortcut: string | null): string => (shortcut ?? '').replace('Shift+', '⇧').replace('Ctrl+', 'Ctrl ');
