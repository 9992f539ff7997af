import { type ReactNode, useContext, useEffect, useState } from 'react';
import type { BridgeId, ConferenceId } from '../../shared/domain/ids.ts';
import type { ConferenceState } from '../../shared/domain/state.ts';
import type { JournalState } from '../../shared/protocol/journal-state.ts';
import type { MediaState } from '../../shared/protocol/media-state.ts';
import type { Telemetry } from '../../shared/protocol/telemetry.ts';
import { ConferenceContext, MarkContext, useSync } from './conference-context.ts';
import { ConferenceSync, type Opening, type SeatOfPage } from './conference-sync.ts';
import { NewBuildNotice, OpeningPage } from './opening-page.tsx';
import type { Line } from './socket-line.ts';
import { useReadable, useSelected } from './use-readable.ts';

interface ProviderProps {
  readonly conference: ConferenceId;
  /** Stands until the first state is there; a wall passes an empty surface. */
  readonly whileLoading?: ReactNode;
  /** Nobody reads what the page says of itself: it keeps such sentences to itself. */
  readonly unattended?: boolean;
  readonly children: ReactNode;
}

/** Opens the conference. Its children are drawn once the first state is there, so that they always have one. */
export function ConferenceProvider({ conference, whileLoading, unattended = false, children }: ProviderProps) {
  const [sync, setSync] = useState<ConferenceSync | null>(null);
  const markOf = useContext(MarkContext);
  useEffect(() => {
    const opened = new ConferenceSync(conference);
    setSync(opened);
    return () => opened.close();
  }, [conference]);
  if (sync === null) return whileLoading ?? <OpeningPage opening="loading" />;
  return (
    <ConferenceContext value={sync}>
      <WhenReady whileLoading={whileLoading}>
        {markOf(unattended)}
        {children}
        {unattended ? null : <NewBuildNotice outdated={sync.freshness.outdated} />}
      </WhenReady>
    </ConferenceContext>
  );
}

function WhenReady({ whileLoading, children }: { readonly whileLoading: ReactNode; readonly children: ReactNode }) {
  const sync = useSync();
  const opening: Opening = useReadable(sync.opening);
  if (opening === 'loading') return whileLoading ?? <OpeningPage opening="loading" />;
  if (opening !== 'ready') return <OpeningPage opening={opening} />;
  return children;
}

/** A reading of the seat's main stream: staff or public. A fresh but equal list or object keeps its identity. */
export function useConference<T>(select: (state: ConferenceState) => T): T {
  return useSelected(useSync().main, select);
}

/** A reading of the own bridge's private stream; for staff, of the one stream they have. */
export function useOwnBridge<T>(select: (state: ConferenceState) => T): T {
  return useSelected(useSync().own, select);
}

/** The number of the last fact in the state that is drawn: it changes with the state and never alone. */
export function useHeadSeq(): number {
  const sync = useSync();
  useReadable(sync.main);
  return sync.headSeq;
}

export const useSeat = (): SeatOfPage => useSync().seat;

/** `since` is the server's time: count from it with `useServerNow`. */
export const useLine = (): Line => useReadable(useSync().line.status);

/** How LiveKit stands; null until the server has said so. */
export const useMediaState = (): MediaState | null => useReadable(useSync().media);

/** `refusing`: what is done here is not taken for the moment; `damaged`: a person must act first. */
export const useJournalState = (): JournalState['state'] => useReadable(useSync().journal);

/** What a bridge measured within the last seconds; null when it says nothing. */
export const useTelemetry = (bridgeId: BridgeId): Telemetry | null => useReadable(useSync().telemetry.of(bridgeId));
