import { type FormEvent, useEffect, useRef, useState } from 'react';
import { bridgeOf } from '../../../shared/domain/bridges/bridge.ts';
import type { BridgeId } from '../../../shared/domain/ids.ts';
import { bridgeInSentence } from '../../../shared/views/announcement.ts';
import { Picture } from '../../media/picture.tsx';
import { useSync } from '../../sync/conference-context.ts';
import { useConference } from '../../sync/conference-provider.tsx';
import { useCommandsOff } from '../../sync/use-commands-off.ts';
import { text } from '../../text/text.ts';
import { formatTime } from '../clock-text.ts';
import { Dialog } from '../dialog.tsx';
import { Field } from '../field.tsx';
import { useNotices } from '../notices.tsx';
import { sendSnapshot } from './send-snapshot.ts';
import { takeFrame } from './take-frame.ts';
import { useStill } from './use-still.ts';
import './snapshot.css';

const words = () => text.followUp.snapshot;
const CAPTION_MAX = 200;

interface SnapshotDialogProps {
  readonly bridgeId: BridgeId;
  readonly onClose: () => void;
}

/** A hall's picture for the record: seen, taken, and kept only when the console says so. */
export function SnapshotDialog({ bridgeId, onClose }: SnapshotDialogProps) {
  const name = useConference(({ bridges }) => bridgeInSentence(bridgeOf(bridges, bridgeId)?.name ?? ''));
  const { still, keep, drop } = useStill();
  const isSecret = useConference(({ conference }) => conference.classifiedSince !== null);
  return (
    <Dialog title={words().title(name)} onClose={onClose} className="snapshot-dialog">
      {isSecret ? (
        <p className="command-reason">{text.refusals.sentence('classified', {})}</p>
      ) : still === null ? (
        <LivePicture bridgeId={bridgeId} onTaken={keep} />
      ) : (
        <KeepForm bridgeId={bridgeId} name={name} still={still} onAgain={drop} onClose={onClose} />
      )}
    </Dialog>
  );
}

interface LivePictureProps {
  readonly bridgeId: BridgeId;
  readonly onTaken: (picture: Blob) => void;
}

function LivePicture({ bridgeId, onTaken }: LivePictureProps) {
  const box = useRef<HTMLDivElement>(null);
  const [flowing, setFlowing] = useState(false);
  const { hear } = useFrames(setFlowing);
  const take = async () => {
    const picture = await takeFrame(box.current?.querySelector('video') ?? null);
    if (picture !== null) onTaken(picture);
  };
  return (
    <>
      <div ref={box} className="snapshot-picture">
        <Picture bridgeId={bridgeId} quality="high" visible onFrames={hear} />
        {flowing ? null : <p role="status">{words().waiting}</p>}
      </div>
      <p className="snapshot-presses">
        <button type="button" className="button" data-tone="primary" disabled={!flowing} onClick={() => void take()}>
          {words().take}
        </button>
        <span className="command-reason">{words().consent}</span>
      </p>
    </>
  );
}

/** A listener that stays the same, so that the picture is not wished for anew. */
function useFrames(set: (flowing: boolean) => void) {
  const [hear] = useState(() => (_: BridgeId, flowing: boolean) => set(flowing));
  return { hear };
}

interface KeepFormProps extends SnapshotDialogProps {
  readonly name: string;
  readonly still: { readonly picture: Blob; readonly url: string };
  readonly onAgain: () => void;
}

/** Nothing has left this machine yet. */
function KeepForm({ bridgeId, name, still, onAgain, onClose }: KeepFormProps) {
  const { conference, time } = useSync();
  const { show } = useNotices();
  const off = useCommandsOff();
  const [caption, setCaption] = useState(() => words().name(name, formatTime(time.now())).slice(0, CAPTION_MAX));
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const alive = useAlive();
  const keep = async () => {
    setPending(true);
    const refusal = await sendSnapshot(conference, {
      bridgeId,
      caption: caption.trim() || name,
      picture: still.picture,
    });
    if (refusal === null) show({ tone: 'ok', sentence: words().kept });
    if (!alive.current) return;
    setPending(false);
    setProblem(refusal);
    if (refusal === null) onClose();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!pending) void keep();
  };
  return (
    <form className="snapshot-form" onSubmit={submit}>
      <img className="snapshot-still" src={still.url} alt={words().still(name)} />
      <Field
        label={words().caption}
        value={caption}
        maxLength={CAPTION_MAX}
        problem={problem}
        onChange={({ target }) => setCaption(target.value)}
      />
      <p className="snapshot-presses">
        <button type="submit" className="button" data-tone="primary" disabled={off !== null} aria-busy={pending}>
          {pending ? text.common.sending : words().keep}
        </button>
        <button type="button" className="button" onClick={onAgain}>
          {words().again}
        </button>
        <button type="button" className="button" data-tone="quiet" onClick={onClose}>
          {text.common.cancel}
        </button>
        {off === null ? null : <span className="command-reason">{off}</span>}
      </p>
    </form>
  );
}

function useAlive() {
  const alive = useRef(true);
  useEffect(() => {
    alive.current = true;
    return () => {
      alive.current = false;
    };
  }, []);
  return alive;
}
