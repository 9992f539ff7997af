import { speechOnFloor } from '../../../shared/domain/floor/floor.ts';
import { openMicrophones } from '../../../shared/domain/onair/microphones.ts';
import { CommandButton } from '../../parts/command-button.tsx';
import { useConference } from '../../sync/conference-provider.tsx';
import { text } from '../../text/text.ts';

const words = () => text.chair.microphone;

/** The chair's own microphone: a reserve beside whoever speaks; while nobody does, it is open by itself. */
export function ChairMicrophone() {
  const phase = useConference(({ conference }) => conference.phase);
  const classified = useConference(({ conference }) => conference.classifiedSince !== null);
  const live = phase === 'live';
  const reserve = useConference(({ floor }) => floor.reserveOpen);
  const free = useConference(({ floor }) => speechOnFloor(floor) === undefined);
  const open = useConference((state) => openMicrophones(state).some((one) => one === state.bridges.centralId));
  return (
    <div className="chair-microphone" data-open={open}>
      <span className="chair-microphone-state">{open ? words().isOpen : words().isClosed}</span>
      {free && !reserve ? (
        <span className="chair-microphone-why">{live && !classified ? words().byItself : null}</span>
      ) : (
        <CommandButton
          label={reserve ? words().close : words().open}
          disabledReason={live ? null : text.chair.notLive[phase]}
          make={() => ({ type: reserve ? 'closeChairMicrophone' : 'openChairMicrophone' })}
        />
      )}
    </div>
  );
}
