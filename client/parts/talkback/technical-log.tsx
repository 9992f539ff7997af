import { useCallback, useEffect, useState } from 'react';
import type { Actor } from '../../../shared/domain/actor.ts';
import { bridgeOf } from '../../../shared/domain/bridges/bridge.ts';
import type { ConferenceState } from '../../../shared/domain/state.ts';
import type { TechnicalLog as LogPage } from '../../../shared/protocol/technical.ts';
import { useSync } from '../../sync/conference-context.ts';
import { useConference } from '../../sync/conference-provider.tsx';
import { getTechnicalLog } from '../../sync/technical.ts';
import { text } from '../../text/text.ts';
import { formatClock, formatCount } from '../clock-text.ts';
import { type LogLine, logLines, logWords } from './log-words.ts';

const words = () => text.talkback.log;

/** What passed between the centre and the bridges, the newest first, as the journal has it. */
export function TechnicalLog() {
  const { entries, before, failed, pending, load } = useLog();
  return (
    <section className="talkback-log" aria-label={words().label}>
      <div className="talkback-presses">
        <button type="button" className="button" aria-busy={pending} onClick={() => load(null)}>
          {words().refresh}
        </button>
      </div>
      {failed ? (
        <p className="field-problem" role="alert">
          ▲ {words().failed}
        </p>
      ) : null}
      {entries.length === 0 && !failed && !pending ? <p className="talkback-small">{words().none}</p> : null}
      <ol>
        {logLines(entries).map((line) => (
          <Line key={line.entries[0]?.seq} line={line} />
        ))}
      </ol>
      {before === null ? null : (
        <button type="button" className="button" data-tone="quiet" aria-busy={pending} onClick={() => load(before)}>
          {words().older}
        </button>
      )}
    </section>
  );
}

function Line({ line: { entries } }: { readonly line: LogLine }) {
  const bridges = useConference((state) => state.bridges);
  const [newest] = entries;
  if (newest === undefined) return null;
  const isMany = entries.length > 1;
  return (
    <li>
      <time>{formatClock(newest.event.at)}</time>
      <span className="talkback-log-actor">
        {isMany ? words().many(formatCount(entries.length)) : actorWords(newest.actor, bridges)}
      </span>
      <span>{isMany ? words().seenByMany(formatCount(entries.length)) : logWords(newest, bridges)}</span>
    </li>
  );
}

function actorWords({ seat, bridgeId }: Actor, bridges: ConferenceState['bridges']): string {
  if (seat === 'system' || seat === 'delegate') return words().system;
  const place = bridgeId === null ? undefined : bridgeOf(bridges, bridgeId)?.shortName;
  return place === undefined ? text.common.seats[seat] : `${text.common.seats[seat]} ${words().at(place)}`;
}

const NOTHING: LogPage = { entries: [], before: null };

function useLog() {
  const { conference } = useSync();
  const [page, setPage] = useState(NOTHING);
  const [failed, setFailed] = useState(false);
  const [pending, setPending] = useState(true);
  const fetchPage = useCallback(
    async (before: number | null) => {
      setPending(true);
      const answer = await getTechnicalLog(conference, before);
      setPending(false);
      setFailed(answer.kind !== 'ok');
      if (answer.kind !== 'ok') return;
      const { value } = answer;
      setPage((shown) => (before === null ? value : { ...value, entries: [...shown.entries, ...value.entries] }));
    },
    [conference],
  );
  useEffect(() => void fetchPage(null), [fetchPage]);
  return { ...page, failed, pending, load: (before: number | null) => void fetchPage(before) };
}
