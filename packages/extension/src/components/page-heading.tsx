import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useApp } from '../app/app.js';

/** The focus was on a heading that is gone. */
let isLeft = false;

/** The one `h1` of a view. It takes the focus when the screen has changed, so that a screen reader says where one is. */
export function PageHeading({
  children,
  caption,
}: {
  children: ComponentChildren;
  caption?: string | undefined;
}) {
  const { router } = useApp();
  const heading = useRef<HTMLHeadingElement>(null);
  // Before the paint: what is typed at once must not be lost to a focus that moves late. What was still being opened has
  // left the focus on the page's main part, or on a heading that this one replaces; where the officer has gone on meanwhile,
  // it stays.
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
