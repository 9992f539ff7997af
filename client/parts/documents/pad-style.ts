import type { CSSProperties } from 'react';
import '../../media/pictures.css';

/** A surface in the document's own proportion, so that a share of it is the same spot on every screen. */
export const padStyle = (ratio: number): CSSProperties & { readonly '--ratio': number } => ({ '--ratio': ratio });
