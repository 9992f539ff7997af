import type { ReactNode } from 'react';
import { type Bridge, bridgeOf } from '../../shared/domain/bridges/bridge.ts';
import { useConference, useOwnBridge, useSeat } from '../sync/conference-provider.tsx';
import { text } from '../text/text.ts';
import { LanguageSwitch } from './language-switch.tsx';

interface OwnBridgeProps {
  /** Of the page that says that the seat has no bridge. */
  readonly className: string;
  /** null: this screen is not for such a bridge. */
  readonly draw: (bridge: Bridge) => ReactNode;
}

/** Draws for the bridge of this seat, as its own stream tells of it; without one it says so and shows the way back. */
export function OwnBridge({ className, draw }: OwnBridgeProps) {
  const { bridgeId } = useSeat();
  const ofAll = useConference(({ bridges }) => (bridgeId === null ? undefined : bridgeOf(bridges, bridgeId)));
  const bridge = useOwnBridge(({ bridges }) => (bridgeId === null ? undefined : bridgeOf(bridges, bridgeId))) ?? ofAll;
  const drawn = bridge === undefined ? null : draw(bridge);
  if (drawn !== null) return drawn;
  return (
    <main className={className}>
      <h1>{text.bridge.none.title}</h1>
      <p>{text.bridge.none.sentence}</p>
      <a className="button" data-tone="plain" href="/">
        {text.bridge.none.home}
      </a>
      <LanguageSwitch />
    </main>
  );
}
