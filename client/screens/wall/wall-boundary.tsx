import { Component, type ReactNode } from 'react';
import { reloadWhenServed } from '../../sync/reload.ts';

const PAUSE_MS = 5_000;

/** A fault of the page itself: the wall goes dark for a moment and comes back, and nobody reads of an error. */
export class WallBoundary extends Component<{ readonly children: ReactNode }, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override componentDidCatch(): void {
    setTimeout(() => void reloadWhenServed('page failed'), PAUSE_MS);
  }

  override render(): ReactNode {
    return this.state.failed ? <div className="wall" /> : this.props.children;
  }
}
