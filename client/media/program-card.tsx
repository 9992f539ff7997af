import type { ReactNode } from 'react';
import type { Scene } from '../../shared/views/scene.ts';
import { ProgramBreak } from './program-break.tsx';
import { ProgramWelcome } from './program-welcome.tsx';

interface CardProps {
  readonly card: Extract<Scene, { kind: 'card' }>['card'];
  readonly hold: ReactNode;
}

/** What is shown without any picture; each covers the surface, so that nothing but `black` is ever black. */
export function ProgramCard({ card, hold }: CardProps) {
  switch (card.kind) {
    case 'hold':
      return hold;
    case 'black':
      return <div className="program-black" />;
    case 'welcome':
      return <ProgramWelcome hold={hold} />;
    case 'break':
      return <ProgramBreak until={card.until} />;
  }
}
