import type { ConferenceId } from '../../../shared/domain/ids.ts';

export function DirectorScreen(_props: { readonly conference: ConferenceId }) {
  return null;
}
