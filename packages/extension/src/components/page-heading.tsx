import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useApp } from '../app/app.js';

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
  // left the focus on the page's main part; where the officer has gone on meanwhile, it stays.
  useLayoutEffect(() => {
    if (router.takeFocus() || document.activeElement?.localName === 'main')
      heading.current?.focus();
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
