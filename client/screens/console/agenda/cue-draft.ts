import type { Cue, CueInput } from '../../../../shared/domain/agenda/cue.ts';
import { type BridgeId, bridgeIdSchema } from '../../../../shared/domain/ids.ts';

/** A step of the running order while it is typed. */
export interface CueDraft {
  /** Of the row on the screen alone. */
  readonly key: string;
  readonly who: string;
  readonly does: string;
  readonly says: string;
  /** What a choice holds: nothing, 'floor', 'hold', or a bridge's id behind BRIDGE. */
  readonly source: string;
}

const BRIDGE = 'bridge:';
export const bridgeChoice = (bridgeId: BridgeId): string => `${BRIDGE}${bridgeId}`;

export const blankCue = (key: string): CueDraft => ({ key, who: '', does: '', says: '', source: '' });

export const draftOfCue = ({ cueId, who, does, says, source }: Cue): CueDraft => ({
  key: cueId,
  who,
  does,
  says: says ?? '',
  source: source === null ? '' : source.kind === 'bridge' ? bridgeChoice(source.bridgeId) : source.kind,
});

/** null: it says not who, or not what. */
export function cueOf({ who, does, says, source }: CueDraft): CueInput | null {
  if (who.trim() === '' || does.trim() === '') return null;
  return { who, does, says: says.trim() === '' ? null : says, source: sourceOf(source) };
}

function sourceOf(choice: string): CueInput['source'] {
  if (choice === 'floor' || choice === 'hold') return { kind: choice };
  const bridgeId = choice.startsWith(BRIDGE) ? bridgeIdSchema.safeParse(choice.slice(BRIDGE.length)) : null;
  return bridgeId?.success === true ? { kind: 'bridge', bridgeId: bridgeId.data } : null;
}

/** Letters put where the caret stands, in place of what is chosen there. */
export const inserted = (text: string, words: string, from: number, to: number): string =>
  `${text.slice(0, from)}${words}${text.slice(to)}`;
