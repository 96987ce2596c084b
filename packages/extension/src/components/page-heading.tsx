import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useApp } from '../app/app.js';

/** True if the heading that has just gone had the focus. */
let isLeft = false;

/**
 * The one `h1` of a view. It takes the focus when the screen has changed, so that a screen reader says which screen it
 * is.
 */
export function PageHeading({
  children,
  caption,
}: {
  children: ComponentChildren;
  caption?: string | undefined;
}) {
  const { router } = useApp();
  const heading = useRef<HTMLHeadingElement>(null);
  // Runs before the paint: a late move of focus must not swallow what is typed at once. A screen that was still opening
  // has left the focus on the page's main part, or on a heading that this one replaces. If the officer has moved it
  // since, it stays there.
  useLayoutEffect(() => {
    const own = heading.current;
    const at = document.activeElement?.localName;
    if (router.takeFocus() || at === 'main' || (isLeft && at === 'body')) own?.focus();
    isLeft = false;
    return () => {
      isLeft = document.activeElement === own;
    };
  }, [router]);
  return (
    <>
      {caption && <span class="govuk-caption-l">{caption}</span>}
      <h1 ref={heading} class="govuk-heading-l" tabIndex={-1}>
        {children}
      </h1>
    </>
  );
}
