import { isOver } from '../../../shared/domain/conference/conference.ts';
import type { BridgeId } from '../../../shared/domain/ids.ts';
import { useConference } from '../../sync/conference-provider.tsx';
import { text } from '../../text/text.ts';
import { useMayUse } from '../use-may-use.ts';

interface SnapshotPressProps {
  readonly onOpen: (bridgeId: BridgeId) => void;
  readonly bridgeId: BridgeId;
  /** A longer name for screen readers. */
  readonly name?: string;
}

/** For the two seats that answer for the record; what is secret is not photographed. */
export function SnapshotPress({ bridgeId, name, onOpen }: SnapshotPressProps) {
  const may = useMayUse('takeSnapshots');
  const isSecret = useConference(({ conference }) => conference.classifiedSince !== null);
  const over = useConference(({ conference }) => isOver(conference));
  if (!may) return null;
  return (
    <button
      type="button"
      className="button"
      data-tone="quiet"
      aria-label={name}
      disabled={isSecret || over}
      title={isSecret ? text.refusals.sentence('classified', {}) : undefined}
      onClick={() => onOpen(bridgeId)}
    >
      {text.followUp.snapshot.press}
    </button>
  );
}
