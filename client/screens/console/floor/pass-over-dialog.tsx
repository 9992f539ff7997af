import { useState } from 'react';
import { bridgeOf } from '../../../../shared/domain/bridges/bridge.ts';
import type { Speech } from '../../../../shared/domain/floor/floor.ts';
import type { ConferenceState } from '../../../../shared/domain/state.ts';
import { nextToCall } from '../../../../shared/views/queue.ts';
import { CommandButton } from '../../../parts/command-button.tsx';
import { Dialog } from '../../../parts/dialog.tsx';
import { text } from '../../../text/text.ts';
import { useFloorTools } from '../use-floor-actions.ts';
import { callCommand } from './call-actions.ts';
import { placeOf } from './floor-tools.ts';

const words = () => text.conducting.passOver;

/** "An Giang mất kết nối, mời Quảng Bình trước?": asked once for everybody who is passed over. */
export function PassOverDialog({ onClose }: { readonly onClose: () => void }) {
  const { state, rights } = useFloorTools();
  // Whom the question names is called, also when the line changes while it stands there.
  const [asked] = useState(() => nextToCall(state));
  if (asked === null) return null;
  const { speech, passedOver } = asked;
  const place = placeOf(state, speech);
  const command = callCommand(state, speech.speechId);
  return (
    <Dialog title={words().title} onClose={onClose} className="console-dialog">
      <p>{sentenceOf(state, passedOver, place)}</p>
      <p className="console-form-buttons">
        <CommandButton
          make={() => command}
          label={text.console.actions.callBridge(place)}
          tone="primary"
          disabledReason={rights.reason(command)}
          onAccepted={onClose}
        />
        <button type="button" className="button" data-tone="plain" onClick={onClose}>
          {text.consequences.back}
        </button>
      </p>
    </Dialog>
  );
}

function sentenceOf(state: ConferenceState, passedOver: readonly Speech[], place: string): string {
  const names = [...new Set(passedOver.map((speech) => placeOf(state, speech)))].join(', ');
  const areLost = passedOver.every(({ bridgeId }) => bridgeOf(state.bridges, bridgeId)?.link.status === 'lost');
  return areLost ? words().lost(names, place) : words().absent(names, place);
}
