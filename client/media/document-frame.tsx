import type { CSSProperties, ReactNode } from 'react';
import { useDeskPointer } from './use-desk-pointer.ts';

interface FrameProps {
  /** Width by height of what is shown. */
  readonly ratio: number;
  readonly visible: boolean;
  readonly children: ReactNode;
}

/** Exactly as large as the page within its place, so that a pointer's shares mean the same spot on every screen. */
export function DocumentFrame({ ratio, visible, children }: FrameProps) {
  const style: CSSProperties & { readonly '--ratio': number } = { '--ratio': ratio };
  return (
    <div className="picture-fit">
      <div className="picture-sheet" style={style}>
        {children}
        {visible ? <DeskPointer /> : null}
      </div>
    </div>
  );
}

function DeskPointer() {
  const at = useDeskPointer();
  if (at === null) return null;
  return <div className="picture-pointer" style={{ left: `${at.x * 100}%`, top: `${at.y * 100}%` }} />;
}
