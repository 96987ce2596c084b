import type { Draft } from '@cyber-prevent/core';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { Button, ButtonGroup } from '../../../components/button.js';
import { t } from '../../../locales/late.js';
import { isSamePerson, nameInDraft } from './row/draft-person.js';

export interface AnotherPageProps {
  /** Null if it has become a record meanwhile. */
  open: Draft | null;
  read: Draft;
  onAdd: () => void;
  onReplace: () => void;
  onKeep: () => void;
}

/**
 * Asks what to do with a page read while a draft is open, and names the person of each. The first button adds the page
 * only if it is about the same person; otherwise that button changes nothing.
 */
export function AnotherPage({ open, read, onAdd, onReplace, onKeep }: AnotherPageProps) {
  const headingId = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    heading.current?.focus();
    // The answering button goes with the question, so focus moves to the top of the screen.
    return () => document.querySelector<HTMLElement>('main h1')?.focus();
  }, []);
  const isSame = open !== null && isSamePerson(open, read);
  const keep = (kind: 'primary' | 'secondary') => (
    <Button kind={kind} onPress={onKeep}>
      {t('review.another.cancel')}
    </Button>
  );
  const add = (kind: 'primary' | 'secondary') => (
    <Button kind={kind} onPress={onAdd}>
      {t('review.another.add')}
    </Button>
  );
  const nobody = t('review.another.nobody');
  return (
    <section
      class="cp-confirm"
      aria-labelledby={headingId}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onKeep();
      }}
    >
      <h2 ref={heading} id={headingId} class="govuk-heading-s" tabIndex={-1}>
        {t('review.another')}
      </h2>
      <p class="govuk-body-s">
        {t('review.another.whose', {
          open: (open && nameInDraft(open)) ?? nobody,
          read: nameInDraft(read) ?? nobody,
        })}
      </p>
      <p class="govuk-body-s">{t(isSame ? 'review.another.body' : 'review.another.other')}</p>
      <ButtonGroup>
        {isSame ? add('primary') : keep('primary')}
        <Button kind="secondary" onPress={onReplace}>
          {t('review.another.new')}
        </Button>
        {isSame ? keep('secondary') : add('secondary')}
      </ButtonGroup>
    </section>
  );
}
