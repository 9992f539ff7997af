import type { CSSProperties } from 'react';
import type { Box } from '../../shared/views/scene.ts';

/** A place on the surface; left out: all of it. */
export const boxStyle = (box: Box | undefined): CSSProperties =>
  box === undefined
    ? {}
    : { left: `${box.left}%`, top: `${box.top}%`, width: `${box.width}%`, height: `${box.height}%` };
