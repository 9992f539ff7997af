import type { PackedSnapshot, Snapshot } from '../../shared/protocol/patch.ts';

/** The state, packed or not; rejects on bytes that are not whole. The platform's own gzip, in browser and Node. */
export async function unpack(snapshot: Snapshot | PackedSnapshot): Promise<Snapshot> {
  if (!('packed' in snapshot)) return snapshot;
  const { packed, ...of } = snapshot;
  const bytes = new Uint8Array(packed);
  const state: unknown = await new Response(
    new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip')),
  ).json();
  return { ...of, state };
}
