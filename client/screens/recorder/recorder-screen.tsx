import type { ConferenceId } from '../../../shared/domain/ids.ts';

export function RecorderScreen(_props: { readonly conference: ConferenceId }) {
  return null;
}
