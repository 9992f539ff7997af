import { Shape } from '../../../parts/shape.tsx';

/** Why what was pressed did not happen; null: it did. */
export function Problem({ sentence }: { readonly sentence: string | null }) {
  if (sentence === null) return null;
  return (
    <p className="console-problem" role="alert">
      <Shape name="look" /> {sentence}
    </p>
  );
}
