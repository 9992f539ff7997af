import type { ConferenceId } from '../../../shared/domain/ids.ts';

export function PhoneScreen(_props: { readonly conference: ConferenceId }) {
  return null;
}
