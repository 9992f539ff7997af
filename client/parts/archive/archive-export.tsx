import { useEffect, useRef, useState } from 'react';
import type { ArchiveOutline } from '../../../shared/protocol/archive.ts';
import type { ConferenceSummary } from '../../../shared/protocol/http.ts';
import { receiveArchive } from '../../sync/archive.ts';
import { text } from '../../text/text.ts';
import { formatCount } from '../clock-text.ts';
import { Shape } from '../shape.tsx';
import { openTarget } from './save-file.ts';

const words = () => text.archive;
const MEGABYTE = 1_000_000;
/** The length is an estimate: until the file is there, the bar is never full. */
const NEVER_FULL = 0.98;

interface ArchiveExportProps {
  readonly conference: Pick<ConferenceSummary, 'id' | 'date'>;
  readonly outline: ArchiveOutline;
  readonly recordings: boolean;
  readonly onRecordings: (wanted: boolean) => void;
}

type Stage =
  | { readonly kind: 'idle' | 'done' | 'cancelled' }
  | { readonly kind: 'running'; readonly received: number; readonly estimate: number }
  | { readonly kind: 'failed'; readonly sentence: string };

export function ArchiveExport(props: ArchiveExportProps) {
  const { outline, recordings, onRecordings } = props;
  const [titles, setTitles] = useState(false);
  const { stage, start, cancel } = useExport(props, titles);
  const running = stage.kind === 'running';
  const leftOut = (kind: 'document' | 'recording') => outline.leftOut.filter((one) => one.kind === kind).length;
  const secret = outline.leftOut.filter(({ kind, reason }) => kind === 'document' && reason === 'secret').length;
  return (
    <section>
      <h3>{words().exportHeading}</h3>
      <p>{words().holds(formatCount(outline.lines), formatCount(outline.delegates), formatCount(outline.files))}</p>
      {secret === 0 ? null : <SecretTitles count={secret} ticked={titles} disabled={running} onTick={setTitles} />}
      {leftOut('document') === 0 ? null : <p>{words().documentsLeftOut(formatCount(leftOut('document')))}</p>}
      <label className="archive-choice">
        <input
          type="checkbox"
          checked={recordings}
          disabled={running}
          onChange={(event) => onRecordings(event.target.checked)}
        />{' '}
        {words().withRecordings}
      </label>
      <p className="archive-key">
        {words().fingerprint} <code>{outline.fingerprint.match(/.{4}/gu)?.join(' ')}</code>
      </p>
      <p>{words().verifyHow}</p>
      {running ? <Progress received={stage.received} estimate={stage.estimate} /> : null}
      <p className="archive-presses">
        {running ? (
          <button type="button" className="button" onClick={cancel}>
            {words().cancel}
          </button>
        ) : (
          <ExportPress untold={secret > 0 && !titles} onPress={() => void start()} />
        )}
      </p>
      <p role="status">{statusOf(stage)}</p>
    </section>
  );
}

function ExportPress({ untold, onPress }: { readonly untold: boolean; readonly onPress: () => void }) {
  return (
    <>
      <button
        type="button"
        className="button"
        data-tone="primary"
        disabled={untold}
        aria-describedby={untold ? 'archive-untold' : undefined}
        onClick={onPress}
      >
        {words().export}
      </button>
      {untold ? (
        <span className="command-reason" id="archive-untold">
          {words().titlesUnread}
        </span>
      ) : null}
    </>
  );
}

interface SecretTitlesProps {
  readonly count: number;
  readonly ticked: boolean;
  readonly disabled: boolean;
  readonly onTick: (ticked: boolean) => void;
}

/** The journal is handed out whole or proves nothing: whoever exports is told what stands in it, and says so. */
function SecretTitles({ count, ticked, disabled, onTick }: SecretTitlesProps) {
  return (
    <div className="archive-secret">
      <p>
        <Shape name="look" /> {words().secretTitles(formatCount(count))}
      </p>
      <label className="archive-choice">
        <input type="checkbox" checked={ticked} disabled={disabled} onChange={({ target }) => onTick(target.checked)} />{' '}
        {words().titlesRead}
      </label>
    </div>
  );
}

function statusOf(stage: Stage): string {
  if (stage.kind === 'failed') return stage.sentence;
  if (stage.kind === 'done') return words().exported;
  return stage.kind === 'cancelled' ? words().cancelled : '';
}

function Progress({ received, estimate }: { readonly received: number; readonly estimate: number }) {
  const share = Math.min(NEVER_FULL, received / Math.max(1, estimate));
  const size = words().received(formatCount(Math.round(received / MEGABYTE)));
  return (
    <p>
      <progress value={share} aria-label={words().exporting} /> {size}
    </p>
  );
}

function useExport({ conference, recordings }: ArchiveExportProps, titles: boolean) {
  const [stage, setStage] = useState<Stage>({ kind: 'idle' });
  const running = useRef<AbortController | null>(null);
  // Whoever closes the dialog wants no more of it.
  useEffect(() => () => running.current?.abort(), []);
  const start = async (): Promise<void> => {
    const target = await openTarget(words().fileName(conference.date));
    if (target === null) return;
    const given = new AbortController();
    running.current = given;
    setStage({ kind: 'running', received: 0, estimate: 0 });
    const answer = await receiveArchive(conference.id, {
      recordings,
      titles,
      signal: given.signal,
      write: target.write,
      onProgress: (received, estimate) => setStage({ kind: 'running', received, estimate }),
    });
    if (answer.kind === 'ok') {
      await target.finish();
      setStage({ kind: 'done' });
      return;
    }
    await target.giveUp();
    if (given.signal.aborted) setStage({ kind: 'cancelled' });
    else if (answer.kind === 'offline') setStage({ kind: 'failed', sentence: words().broken });
    else setStage({ kind: 'failed', sentence: text.refusals.sentence(answer.code, answer.params) });
  };
  return { stage, start, cancel: () => running.current?.abort() };
}
