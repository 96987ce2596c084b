import type { ComponentChildren } from 'preact';

export interface FactsBesideProps {
  /** Facts that the form is about: mostly `Facts`. */
  facts: ComponentChildren;
  /** The form. */
  children: ComponentChildren;
}

/** Media query of a window with room for both next to each other, as in the styles of `cp-facts-beside`. */
export const FACTS_BESIDE = '(min-width: 1000px)';

/** A form with the facts that it is about in sight: next to it in the workspace, above it in the panel. */
export function FactsBeside({ facts, children }: FactsBesideProps) {
  return (
    <div class="cp-facts-beside">
      <div class="cp-facts-beside__facts">{facts}</div>
      <div class="cp-facts-beside__form">{children}</div>
    </div>
  );
}
