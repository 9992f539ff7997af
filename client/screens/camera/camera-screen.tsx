import type { ConferenceId } from '../../../shared/domain/ids.ts';

export function CameraScreen(_props: { readonly conference: ConferenceId }) {
  return null;
}
