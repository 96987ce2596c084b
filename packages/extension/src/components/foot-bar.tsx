import type { ComponentChildren } from 'preact';

/** The acts of a form or a list, in sight at the foot of the window however long it is. The main act is first. */
export function FootBar({ children }: { children: ComponentChildren }) {
  return <div class="cp-foot-bar">{children}</div>;
}
