import { type RefObject, useEffect, useRef, useState } from 'react';
import type { BridgeId } from '../../../shared/domain/ids.ts';
import { text } from '../../text/text.ts';
import { BridgeThread } from './bridge-thread.tsx';
import { CentreCallContext, useOwnCentreCall } from './centre-call.ts';
import { CentreVoice } from './centre-voice.tsx';
import { HelpCalls } from './help-calls.tsx';
import { ManyThread } from './many-thread.tsx';
import { TechnicalLog } from './technical-log.tsx';
import { ThreadList } from './thread-list.tsx';
import { DrawnContext } from './use-mark-seen.ts';
import './talkback.css';

const words = () => text.talkback.panel;

export interface TalkbackPanelProps {
  /** The bridge whose thread is open; null: everybody. */
  readonly bridgeId: BridgeId | null;
  /** Told when another thread is opened in the panel; without it the panel keeps the choice itself. */
  readonly onBridge?: (bridgeId: BridgeId | null) => void;
}

/** What the centre and the bridges say to each other beside the conference. Stands in a column or a dialog. */
export function TalkbackPanel({ bridgeId, onBridge }: TalkbackPanelProps) {
  const panel = useRef<HTMLElement>(null);
  const width = useWidth(panel);
  const isWide = width >= WIDE_PX;
  const call = useOwnCentreCall();
  const [tab, setTab] = useState<'talk' | 'log'>('talk');
  const { open, choose, leave } = useOpenThread(bridgeId, onBridge);
  const show = (chosen: BridgeId | null) => {
    setTab('talk');
    choose(chosen);
  };
  return (
    <CentreCallContext value={call}>
      <section ref={panel} className="talkback" data-wide={isWide || undefined} aria-label={words().title}>
        <HelpCalls onOpen={show} />
        <CentreVoice />
        <div className="talkback-tabs" role="group" aria-label={words().title}>
          {(['talk', 'log'] as const).map((one) => (
            <button key={one} type="button" aria-pressed={tab === one} onClick={() => setTab(one)}>
              {words()[one]}
            </button>
          ))}
        </div>
        <DrawnContext value={width > 0}>
          {tab === 'log' ? <TechnicalLog /> : <Threads isWide={isWide} open={open} onChoose={choose} onLeave={leave} />}
        </DrawnContext>
      </section>
    </CentreCallContext>
  );
}

interface ThreadsProps {
  readonly isWide: boolean;
  /** undefined: none, the list alone. */
  readonly open: BridgeId | null | undefined;
  readonly onChoose: (bridgeId: BridgeId | null) => void;
  readonly onLeave: () => void;
}

/** Beside each other where there is room; else one after the other. */
function Threads({ isWide, open, onChoose, onLeave }: ThreadsProps) {
  const drawn = open === undefined && isWide ? null : open;
  return (
    <div className="talkback-threads">
      {isWide || drawn === undefined ? <ThreadList chosen={drawn} onChoose={onChoose} /> : null}
      {drawn === undefined ? null : (
        <div className="talkback-open">
          {isWide ? null : (
            <button type="button" className="button talkback-back" data-tone="quiet" onClick={onLeave}>
              ‹ {words().back}
            </button>
          )}
          {drawn === null ? <ManyThread /> : <BridgeThread key={drawn} bridgeId={drawn} />}
        </div>
      )}
    </div>
  );
}

/** What the caller names is opened; what is opened here afterwards is told, and stays. */
function useOpenThread(named: BridgeId | null, onBridge: TalkbackPanelProps['onBridge']) {
  const [last, setLast] = useState(named);
  const [open, setOpen] = useState<BridgeId | null | undefined>(named ?? undefined);
  if (last !== named) {
    setLast(named);
    if (named !== null) setOpen(named);
  }
  const choose = (bridgeId: BridgeId | null) => {
    setOpen(bridgeId);
    onBridge?.(bridgeId);
  };
  const leave = () => {
    setOpen(undefined);
    onBridge?.(null);
  };
  return { open, choose, leave };
}

const WIDE_PX = 680;

/** 0 while it stands behind something else and nobody sees it. */
function useWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (element.current === null) return;
    const observer = new ResizeObserver(([entry]) => setWidth(entry?.contentRect.width ?? 0));
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return width;
}
