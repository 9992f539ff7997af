import { useCommandsOff } from '../../sync/use-commands-off.ts';

interface IconButtonProps {
  readonly sign: string;
  /** What it does and to whom: read out, and shown under the pointer. */
  readonly name: string;
  readonly reason: string | null;
  readonly inTabOrder: boolean;
  readonly onPress: () => void;
}

/** A small button of a row. It stays reachable while it cannot act, so that it can say why. */
export function IconButton({ sign, name, reason: refusal, inTabOrder, onPress }: IconButtonProps) {
  const reason = useCommandsOff() ?? refusal;
  return (
    <button
      type="button"
      className="button console-icon"
      data-tone="quiet"
      tabIndex={inTabOrder ? 0 : -1}
      aria-label={reason === null ? name : `${name}. ${reason}`}
      aria-disabled={reason !== null || undefined}
      title={reason ?? name}
      onClick={reason === null ? onPress : undefined}
    >
      <span aria-hidden="true">{sign}</span>
    </button>
  );
}
