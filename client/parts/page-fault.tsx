import { Component, type ReactNode } from 'react';
import { reloadWhenServed } from '../sync/reload.ts';
import { text } from '../text/text.ts';

/** What nobody looks at heals itself: an unattended page that failed is loaded again after a while. */
const HEAL_MS = 15_000;

/** A fault of ours leaves a sentence and a way on, never an empty page in front of a hall. */
export class PageFault extends Component<{ readonly children: ReactNode }, { readonly failed: boolean }> {
  override readonly state = { failed: false };

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true };
  }

  override componentDidCatch(): void {
    setTimeout(() => void reloadWhenServed('page failed'), HEAL_MS);
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    const { title, sentence, reload } = text.common.pageFailed;
    return (
      <main className="opening">
        <h1>{title}</h1>
        <p>{sentence}</p>
        <button type="button" className="button" data-tone="primary" onClick={() => location.reload()}>
          {reload}
        </button>
      </main>
    );
  }
}
