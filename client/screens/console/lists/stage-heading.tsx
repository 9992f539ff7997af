import { type ReactNode, useEffect, useRef } from 'react';

/**
 * Takes the focus as it appears: what had it is gone, and what is new begins here. Whoever is on a tab of the sheet
 * meanwhile stays there.
 */
export function StageHeading({ children }: { readonly children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (document.activeElement?.closest('[role="tablist"]') == null) heading.current?.focus();
  }, []);
  return (
    <h4 ref={heading} tabIndex={-1} className="lists-stage">
      {children}
    </h4>
  );
}
