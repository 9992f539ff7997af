import type { BridgeId } from '../../../shared/domain/ids.ts';

export interface TalkbackPanelProps {
  /** The bridge whose thread is open; null: everybody. */
  readonly bridgeId: BridgeId | null;
  /** Told when another thread is opened in the panel; without it the panel keeps the choice itself. */
  readonly onBridge?: (bridgeId: BridgeId | null) => void;
}

/** What the centre and the bridges say to each other beside the conference. Stands in a column or a dialog. */
export function TalkbackPanel(_props: TalkbackPanelProps) {
  return null;
}
