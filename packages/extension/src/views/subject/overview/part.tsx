import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { Button } from '../../../components/button.js';

export interface PartProps {
  heading: string;
  /** The way to the whole of it, next to the heading. */
  more?: { readonly words: string; readonly onPress: () => void } | undefined;
  children: ComponentChildren;
}

/** One part of the overview: a heading, the way to the whole of it, and a few lines. */
export function Part({ heading, more, children }: PartProps) {
  const id = useId();
  return (
    <section class="cp-part" aria-labelledby={id}>
      <div class="cp-part__head">
        <h2 class="cp-part__heading" id={id}>
          {heading}
        </h2>
        {more && (
          <Button kind="link" onPress={more.onPress}>
            {more.words}
          </Button>
        )}
      </div>
      {children}
    </section>
  );
}
