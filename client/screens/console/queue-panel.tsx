import { spokenSpeeches } from '../../../shared/views/speakers-line.ts';
import { useConference } from '../../sync/conference-provider.tsx';
import { text } from '../../text/text.ts';
import { BLANK } from './blank-commands.ts';
import { ListLine } from './floor/list-line.tsx';
import { useOpenDialog } from './open-dialog.ts';
import { OpeningButton } from './opening-button.tsx';
import { QueueList } from './queue-list.tsx';
import { RequestsBlock } from './requests-block.tsx';

const words = () => text.console.queue;

/** Who speaks after whom: the largest list of the console. */
export function QueuePanel() {
  const waiting = useConference(({ floor }) => floor.queue.length);
  return (
    <section className="console-queue" data-panel="queue" aria-labelledby="console-queue-head">
      <header className="console-panel-head">
        <h2 id="console-queue-head" className="console-head">
          {words().heading} {waiting > 0 ? <small>{words().waiting(waiting)}</small> : null}
          <ModeMark />
        </h2>
        <span className="console-buttons">
          <SpokenButton />
          <RegisterButton />
        </span>
      </header>
      <ListLine />
      <div className="console-scroll">
        <RequestsBlock />
        {waiting > 0 ? <QueueList /> : <p className="console-empty">{words().empty}</p>}
      </div>
      {waiting > 0 ? <p className="console-row-keys">{text.conducting.rowKeys}</p> : null}
    </section>
  );
}

/** How halls come to the floor, when it is not the usual way. */
function ModeMark() {
  const mode = useConference(({ floor }) => floor.rules.mode);
  const seats = useConference(({ floor }) => floor.rules.seats);
  return mode === 'request' ? null : <small className="console-mode">{text.conducting.modes[mode](seats)}</small>;
}

function SpokenButton() {
  const open = useOpenDialog();
  const count = useConference((state) => spokenSpeeches(state).length);
  return (
    <button type="button" className="button" data-tone="quiet" onClick={() => open({ kind: 'spoken' })}>
      {text.conducting.spoken.open(count)}
    </button>
  );
}

function RegisterButton() {
  const open = useOpenDialog();
  return (
    <OpeningButton
      label={words().register}
      command={BLANK.paper}
      onOpen={() => open({ kind: 'paper', bridgeId: null })}
    />
  );
}
