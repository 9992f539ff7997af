/** A point of the recorded picture, in its pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A rectangle in pixels of the recorded picture. */
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export type Painted =
  | { readonly kind: 'box'; readonly rect: Rect; readonly fill: string; readonly radius: number }
  | {
      readonly kind: 'ring';
      readonly rect: Rect;
      readonly stroke: string;
      readonly width: number;
      readonly radius: number;
    }
  | { readonly kind: 'picture'; readonly rect: Rect; readonly element: Picture; readonly fit: string }
  | {
      readonly kind: 'word';
      readonly word: string;
      readonly at: Point;
      readonly width: number;
      readonly font: string;
      readonly fill: string;
    }
  | {
      readonly kind: 'shape';
      readonly rect: Rect;
      readonly paths: readonly Path2D[];
      readonly side: number;
      readonly fill: string;
    };

export type Picture = HTMLVideoElement | HTMLImageElement | HTMLCanvasElement;

export interface Entry {
  readonly painted: Painted;
  readonly opacity: number;
  /** Nothing is painted outside of these. */
  readonly clips: readonly Rect[];
}

/** How pixels of the page become pixels of the recording. */
export interface Scale {
  readonly factor: number;
  readonly left: number;
  readonly top: number;
}
