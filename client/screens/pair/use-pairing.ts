import { useEffect, useState } from 'react';
import { screenHere } from '../../parts/screen-here.ts';
import { askForPairing, claimPairing } from '../../sync/technical.ts';
import { afterAsking, afterClaim, type PairingState, type PairingStep } from './pairing-state.ts';

const FIRST: PairingState = { kind: 'asking', problem: null };

/** Once opened, the page asks for a code and waits until the secretariat has typed it; nobody touches the screen. */
export function usePairing(): PairingState {
  const [state, setState] = useState(FIRST);
  useEffect(() => {
    const page = { left: false };
    void run(page, setState);
    return () => {
      page.left = true;
    };
  }, []);
  return state;
}

async function run(page: { readonly left: boolean }, tell: (state: PairingState) => void): Promise<void> {
  let state = FIRST;
  let hadCode = false;
  while (!page.left) {
    const step: PairingStep =
      state.kind === 'code'
        ? afterClaim(await claimPairing(state.pairing.secret), state.pairing, state.isRenewed)
        : afterAsking(await askForPairing(), hadCode);
    ({ state } = step);
    if (page.left) return;
    tell(state);
    if (state.kind === 'paired') {
      // A whole new page: the screen's own rights to camera and microphone come with its address.
      location.replace(screenHere(state.screen));
      return;
    }
    hadCode ||= state.kind === 'code';
    await new Promise((resolve) => setTimeout(resolve, step.waitMs));
  }
}
