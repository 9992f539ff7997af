import { type KeyboardEvent, useState } from 'react';
import type { SpeechId } from '../../../shared/domain/ids.ts';
import { turns } from '../../../shared/views/queue.ts';
import { useConference } from '../../sync/conference-provider.tsx';
import { useServerNow } from '../../sync/server-clock.ts';
import { text } from '../../text/text.ts';
import { BLANK } from './blank-commands.ts';
import { anchorFor } from './move-one.ts';
import { useOpenDialog } from './open-dialog.ts';
import { OpeningButton } from './opening-button.tsx';
import { QueueRow } from './queue-row.tsx';
import { RequestsBlock } from './requests-block.tsx';
import { useMoveSpeech, useWithdrawSpeech } from './use-queue-acts.ts';
import { useRights } from './use-rights.ts';
import { useRoving } from './use-roving.ts';

const words = text.console.queue;
const SHOWN = 60;
const MINUTE_MS = 60_000;

/** Who speaks after whom: the largest list of the console. */
export function QueuePanel() {
  const queue = useConference(({ floor }) => floor.queue);
  return (
    <section className="console-queue" data-panel="queue" aria-labelledby="console-queue-head">
      <header className="console-panel-head">
        <h2 id="console-queue-head" className="console-head">
          {words.heading} {queue.length > 0 ? <small>{words.waiting(queue.length)}</small> : null}
        </h2>
        <RegisterPaperButton />
      </header>
      <div className="console-scroll">
        <RequestsBlock />
        {queue.length > 0 ? <QueueList /> : <p className="console-empty">{words.empty}</p>}
      </div>
    </section>
  );
}

function RegisterPaperButton() {
  const open = useOpenDialog();
  return (
    <OpeningButton
      label={words.register}
      command={BLANK.paper}
      onOpen={() => open({ kind: 'paper', bridgeId: null })}
    />
  );
}

function QueueList() {
  const floor = useConference((state) => state.floor);
  const now = useServerNow(MINUTE_MS / 12);
  const all = turns(floor, now);
  const [limit, setLimit] = useState(SHOWN);
  const shown = all.slice(0, limit);
  const onKey = useQueueKeys(floor.queue);
  const roving = useRoving(
    shown.map(({ speech }) => speech.speechId),
    onKey,
  );
  const rights = useRights();
  return (
    <>
      <ol ref={roving.list} className="console-list" aria-label={words.heading} {...roving.listProps}>
        {shown.map((turn) => (
          <QueueRow
            key={turn.speech.speechId}
            turn={turn}
            queue={floor.queue}
            rights={rights}
            row={roving.rowProps(turn.speech.speechId)}
          />
        ))}
      </ol>
      {all.length > limit ? (
        <button type="button" className="button" data-tone="quiet" onClick={() => setLimit(limit + SHOWN)}>
          {words.more(all.length - limit)}
        </button>
      ) : null}
    </>
  );
}

function useQueueKeys(queue: readonly SpeechId[]): (id: SpeechId, event: KeyboardEvent) => void {
  const move = useMoveSpeech();
  const withdraw = useWithdrawSpeech();
  return (id, event) => {
    if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault();
      const anchor = anchorFor(queue, id, event.key === 'ArrowUp' ? 'up' : 'down');
      if (anchor !== undefined) move(queue, id, anchor);
    }
    if (event.key === 'Delete' && event.target === event.currentTarget) {
      event.preventDefault();
      withdraw(id);
    }
  };
}
