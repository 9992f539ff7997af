const LOOK_AGAIN_MS = 30;

let wanted = false;
let enter: (() => void) | null = null;

/** Whoever begins the roll call goes on in its panel, whether that is there already or appears later. */
export function wantRollFocus(): void {
  wanted = true;
  goWhenFree();
}

/** The panel says how it is entered. It takes the focus only at the table where the roll call was begun. */
export function offerRollFocus(go: () => void): () => void {
  enter = go;
  goWhenFree();
  return () => {
    enter = null;
  };
}

/** A dialog that is still closing would take the focus back. */
function goWhenFree(): void {
  if (!wanted || enter === null) return;
  if (document.querySelector('dialog[open]') !== null) {
    setTimeout(goWhenFree, LOOK_AGAIN_MS);
    return;
  }
  wanted = false;
  enter();
}
