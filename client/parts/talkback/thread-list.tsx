import { bridgeOf } from '../../../shared/domain/bridges/bridge.ts';
import type { BridgeId } from '../../../shared/domain/ids.ts';
import { bridgesNamed } from '../../../shared/views/bridge-order.ts';
import { type TalkThread, threadsOf, wordsToMany } from '../../../shared/views/talkback.ts';
import { useConference } from '../../sync/conference-provider.tsx';
import { text } from '../../text/text.ts';
import { formatCount, formatTime } from '../clock-text.ts';
import { Field } from '../field.tsx';
import { type MarkTone, StateMark } from '../state-mark.tsx';
import { useSearch } from '../use-search.ts';

const words = () => text.talkback.panel;

const FOUND = 12;

interface ThreadListProps {
  /** undefined: no thread is open beside the list. */
  readonly chosen: BridgeId | null | undefined;
  readonly onChoose: (bridgeId: BridgeId | null) => void;
}

/** Who was talked with, who needs a person first; any other bridge by some letters of its name. */
export function ThreadList({ chosen, onChoose }: ThreadListProps) {
  const search = useSearch();
  const isSearching = search.settled !== '';
  const choose = (bridgeId: BridgeId | null) => {
    search.clear();
    onChoose(bridgeId);
  };
  return (
    <nav className="talkback-list" aria-label={words().threads}>
      <Field label={words().find} placeholder={words().findHint} type="search" {...search.field} />
      {isSearching ? (
        <FoundBridges typed={search.settled} chosen={chosen} onChoose={choose} />
      ) : (
        <TalkedWith chosen={chosen} onChoose={choose} />
      )}
    </nav>
  );
}

function TalkedWith({ chosen, onChoose }: ThreadListProps) {
  const messages = useConference((state) => state.messages);
  const threads = threadsOf(messages);
  const last = wordsToMany(messages).at(-1);
  return (
    <>
      <ul>
        <li>
          <button
            type="button"
            className="talkback-row"
            aria-current={chosen === null || undefined}
            onClick={() => onChoose(null)}
          >
            <strong>{words().everybody}</strong>
            {last === undefined ? null : <time>{formatTime(last.at)}</time>}
          </button>
        </li>
        {threads.map((thread) => (
          <li key={thread.bridgeId}>
            <ThreadRow
              bridgeId={thread.bridgeId}
              thread={thread}
              isOpen={chosen === thread.bridgeId}
              onOpen={() => onChoose(thread.bridgeId)}
            />
          </li>
        ))}
      </ul>
      {threads.length === 0 ? <p className="talkback-small">{words().noThreads}</p> : null}
    </>
  );
}

interface FoundBridgesProps extends ThreadListProps {
  readonly typed: string;
}

function FoundBridges({ typed, chosen, onChoose }: FoundBridgesProps) {
  const found = useConference(({ bridges }) =>
    bridgesNamed(bridges, typed)
      .slice(0, FOUND)
      .map(({ bridgeId }) => bridgeId),
  );
  const messages = useConference((state) => state.messages);
  const threads = threadsOf(messages);
  if (found.length === 0) return <p className="talkback-small">{words().noneFound}</p>;
  return (
    <ul>
      {found.map((bridgeId) => (
        <li key={bridgeId}>
          <ThreadRow
            bridgeId={bridgeId}
            thread={threads.find((thread) => thread.bridgeId === bridgeId)}
            isOpen={chosen === bridgeId}
            onOpen={() => onChoose(bridgeId)}
          />
        </li>
      ))}
    </ul>
  );
}

interface ThreadRowProps {
  readonly bridgeId: BridgeId;
  readonly thread: TalkThread | undefined;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
}

function ThreadRow({ bridgeId, thread, isOpen, onOpen }: ThreadRowProps) {
  const name = useConference(({ bridges }) => bridgeOf(bridges, bridgeId)?.shortName ?? '');
  const mark = thread === undefined ? null : markOf(thread);
  return (
    <button type="button" className="talkback-row" aria-current={isOpen || undefined} onClick={onOpen}>
      <strong>{name}</strong>
      {mark === null ? null : <StateMark tone={mark.tone} word={mark.word} />}
      {thread === undefined ? null : <time>{formatTime(thread.lastAt)}</time>}
    </button>
  );
}

function markOf({ help, calling, unread }: TalkThread): { readonly tone: MarkTone; readonly word: string } | null {
  if (help) return { tone: 'look', word: words().helping };
  if (calling) return { tone: 'live', word: words().calling };
  return unread > 0 ? { tone: 'look', word: words().unread(formatCount(unread)) } : null;
}
