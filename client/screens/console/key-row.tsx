import { useLine } from '../../sync/conference-provider.tsx';
import { text } from '../../text/text.ts';
import type { Action } from './action.ts';
import { useFloorActions } from './use-floor-actions.ts';

const words = text.console.keys;

/** The keys of the moment. What would be refused stands grey and says why under the pointer. */
export function KeyRow() {
  const offline = useLine().status !== 'online';
  const { call, end, extend, begin, reserve, take, follow } = useFloorActions();
  // Where the floor rules the picture there is nothing to give back, and who speaks needs no start.
  const now = [call, end, extend, ...(begin.reason === null ? [begin] : []), reserve, take];
  const actions = follow.reason === null ? [...now, follow] : now;
  return (
    <footer className="console-keys" aria-label={words.label}>
      {actions.map((action) => (
        <ActionKey key={action.shortcut} action={offline ? { ...action, reason: text.common.offlineReason } : action} />
      ))}
      {words.always.map(({ key, does }) => (
        <span key={key}>
          <kbd>{key}</kbd> {does}
        </span>
      ))}
    </footer>
  );
}

function ActionKey({ action: { label, shortcut, reason } }: { readonly action: Action }) {
  return (
    <span data-off={reason !== null || undefined} title={reason ?? undefined}>
      <kbd>{shortcut}</kbd> {label}
    </span>
  );
}
