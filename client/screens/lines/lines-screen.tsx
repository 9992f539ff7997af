import type { ConferenceId } from '../../../shared/domain/ids.ts';

export function LinesScreen(_props: { readonly conference: ConferenceId }) {
  return null;
}
