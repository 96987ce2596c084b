import type { ComponentChildren } from 'preact';

export interface FactsBesideProps {
  /** Facts that the form is about: mostly `Facts`. */
  facts: ComponentChildren;
  /** The form. */
  children: ComponentChildren;
}

/** A form with the facts that it is about in sight: next to it in the workspace, above it in the panel. */
export function FactsBeside({ facts, children }: FactsBesideProps) {
  return (
    <div class="cp-facts-beside">
      <div class="cp-facts-beside__facts">{facts}</div>
      <div class="cp-facts-beside__form">{children}</div>
    </div>
  );
}
