import type { ConferenceId } from '../../../shared/domain/ids.ts';

export function PresentScreen(_props: { readonly conference: ConferenceId }) {
  return null;
}
