import { bridgeOf } from '../../shared/domain/bridges/bridge.ts';
import type { Source } from '../../shared/domain/onair/onair.ts';
import type { ConferenceState } from '../../shared/domain/state.ts';
import { text } from '../text/text.ts';

/** The short name of what is or would be on program. */
export function sourceWords({ bridges }: Pick<ConferenceState, 'bridges'>, source: Source): string {
  const words = text.program.sources;
  if (source.kind === 'bridge') return bridgeOf(bridges, source.bridgeId)?.shortName ?? words.gone;
  return source.kind === 'grid' ? words.grid(source.size, source.page + 1) : words[source.kind];
}
