import type { Draft } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { Button, ButtonGroup } from '../../../../components/button.js';
import { ConfirmPanel } from '../../../../components/confirm-panel.js';
import { t } from '../../../../locales/late.js';
import { isBornApart, isSamePerson, personInDraft } from '../row/draft-person.js';
import { usePageDoubt } from './use-page-doubt.js';

export interface AnotherPageProps {
  /** Null if it has become a record meanwhile. */
  open: Draft | null;
  read: Draft;
  /** @param isLeft - true if its values start as left, because it may be about a namesake */
  onAdd: (isLeft: boolean) => void;
  /** Makes the page a draft of its own. */
  onBegin: () => void;
  onKeep: () => void;
}

/**
 * Asks what to do with a page read while a draft is open, and names the person of each. The first button never mixes
 * two people: the page becomes a draft of its own. Adding it to the open draft comes last, is asked about once more
 * unless both name the same person and no namesake, reference or school speaks against it, and is not offered if their dates of birth differ.
 */
export function AnotherPage(props: AnotherPageProps) {
  return <PageQuestion {...props} doubts={usePageDoubt(props.open, props.read)} />;
}

export interface PageQuestionProps extends AnotherPageProps {
  /** Sentences that say what speaks against one person for both. */
  doubts: readonly string[];
}

export function PageQuestion({ open, read, doubts, onAdd, onBegin, onKeep }: PageQuestionProps) {
  const headingId = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const isAsked = useSignal(false);
  useLayoutEffect(() => {
    if (!isAsked.value) heading.current?.focus();
  }, [isAsked.value]);
  useLayoutEffect(
    // The answering button goes with the question, so focus moves to the top of the screen.
    () => () => document.querySelector<HTMLElement>('main h1')?.focus(),
    [],
  );
  const isDoubted = doubts.length > 0;
  const names = { open: said(open), read: said(read) };
  // Such a page is saved on its own, where the person is compared with those on record.
  const isApart = open !== null && isBornApart(open, read);
  if (isAsked.value)
    return (
      <ConfirmPanel
        heading={t('review.another.ask', names)}
        confirm={t('review.another.ask.add')}
        grave
        onConfirm={() => onAdd(isDoubted)}
        onCancel={() => {
          isAsked.value = false;
        }}
      >
        {isDoubted && (
          <p class="govuk-body-s" dir="auto">
            {[...doubts, t('review.another.left')].join(' ')}
          </p>
        )}
        <p class="govuk-body-s">{t('review.another.ask.body')}</p>
      </ConfirmPanel>
    );
  // The open draft may be a record by now: then there is nothing to mix it with.
  const isSame = open === null || isSamePerson(open, read);
  const add = (): void => {
    if (isSame && !isDoubted) onAdd(false);
    else isAsked.value = true;
  };
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
      <p class="govuk-body-s" dir="auto">
        {t(open ? 'review.another.whose' : 'review.another.alone', names)}{' '}
        {isApart && t('review.another.apart')}
      </p>
      <p class="govuk-body-s">{t('review.another.body')}</p>
      <ButtonGroup>
        <Button onPress={onBegin}>{t('review.another.new')}</Button>
        {open && (
          <Button kind="secondary" onPress={onKeep}>
            {t('review.another.cancel')}
          </Button>
        )}
        {open && !isApart && (
          <Button kind="link" onPress={add}>
            {t('review.another.add', { open: names.open })}
          </Button>
        )}
      </ButtonGroup>
    </section>
  );
}

function said(draft: Draft | null): string {
  const { name, born } = personInDraft(draft ?? { rows: [] });
  const known = name ?? t('review.another.nobody');
  return born === undefined ? known : t('review.another.born', { name: known, date: born });
}
