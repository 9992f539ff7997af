import type { ReactNode } from 'react';

interface TwoPanesProps {
  readonly heading: string;
  readonly count?: string | undefined;
  /** Filters and links beside the count. */
  readonly tools?: ReactNode;
  /** The form, or what was chosen. */
  readonly side: ReactNode;
  readonly children: ReactNode;
}

/** A list and, beside it, what is written or chosen. Each scrolls by itself. */
export function TwoPanes({ heading, count, tools, side, children }: TwoPanesProps) {
  return (
    <div className="follow-up">
      <section className="follow-up-main" aria-label={heading}>
        <header className="follow-up-head">
          <h2>{heading}</h2>
          {count === undefined ? null : <p className="follow-up-count">{count}</p>}
          {tools}
        </header>
        <div className="follow-up-list">{children}</div>
      </section>
      <div className="follow-up-side">{side}</div>
    </div>
  );
}

interface SideHeadProps {
  readonly title: string;
  readonly back?: (() => void) | undefined;
  readonly backLabel?: string;
}

/** What the side is about, and the way back to a new entry. */
export function SideHead({ title, back, backLabel }: SideHeadProps) {
  return (
    <header className="follow-up-side-head">
      <h3>{title}</h3>
      {back === undefined ? null : (
        <button type="button" className="button" data-tone="quiet" onClick={back}>
          {backLabel}
        </button>
      )}
    </header>
  );
}
