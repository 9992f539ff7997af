import { Shape, type ShapeName } from './shape.tsx';

/** On air, next, look here, off, asks to speak, done, live. */
export type MarkTone = Exclude<ShapeName, 'close'>;

interface StateMarkProps {
  readonly tone: MarkTone;
  /** Always there for screen readers; drawn beside the shape unless `bare`. */
  readonly word: string;
  readonly bare?: boolean | undefined;
  readonly className?: string | undefined;
}

/** Colour never stands alone: a shape and a word go with it. */
export function StateMark({ tone, word, bare = false, className = '' }: StateMarkProps) {
  return (
    <span className={`mark ${className}`} data-tone={tone} title={bare ? word : undefined}>
      <Shape name={tone} />
      <span className={bare ? 'unseen' : 'mark-word'}>{word}</span>
    </span>
  );
}
