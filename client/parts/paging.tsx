import { text } from '../text/text.ts';

interface PagingProps {
  /** null: there is no such page. */
  readonly next: (() => void) | null;
  readonly previous: (() => void) | null;
  readonly className?: string;
}

/** One page back or on; not there while one page holds everything. */
export function Paging({ next, previous, className = '' }: PagingProps) {
  if (next === null && previous === null) return null;
  return (
    <p className={className}>
      <PageButton label={text.board.branch.previous} onPress={previous} />{' '}
      <PageButton label={text.board.branch.next} onPress={next} />
    </p>
  );
}

function PageButton({ label, onPress }: { readonly label: string; readonly onPress: (() => void) | null }) {
  return (
    <button type="button" className="button" disabled={onPress === null} onClick={onPress ?? undefined}>
      {label}
    </button>
  );
}
