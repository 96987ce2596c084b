import type { SourceRef, StoredRecord } from '@cyber-prevent/core';
import type { ComponentChildren, RefObject } from 'preact';
import { useId, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { Button } from '../../components/button.js';
import { writtenMoment } from '../../components/written-moment.js';
import { t } from '../../locales/late.js';
import { inertPage } from './inert-page.js';
import { InertPageTree } from './inert-page-tree.js';
import { type PageCopyState, usePageCopy } from './use-page-copy.js';

export interface PageCopyProps {
  capture: StoredRecord<'sourceCapture'>;
  /** The value to be marked; absent for the page as such. */
  source?: SourceRef | undefined;
  onClose: () => void;
}

/** The stored copy of a page, with nothing active in it, and the value marked. */
export function PageCopy({ capture, source, onClose }: PageCopyProps) {
  const state = usePageCopy(capture, source, 'case-work').value;
  const headingId = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus(), []);
  const { system, capturedAt } = capture.value;
  return (
    <section
      class="cp-kept-page"
      aria-labelledby={headingId}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <h2 ref={heading} id={headingId} class="govuk-heading-s" tabIndex={-1}>
        {t('page-copy.heading', { system, at: writtenMoment(capturedAt) })}
      </h2>
      <div role="status">
        {state.name === 'opening' && <p class="govuk-body-s">{t('page-copy.opening')}</p>}
        {state.name === 'failed' && (
          <p class="govuk-body-s">{t('page-copy.not-shown', { why: state.why })}</p>
        )}
        {state.name === 'shown' && (
          <p class="govuk-body-s">
            {state.stored.redacted
              ? t('page-copy.redacted')
              : t('page-copy.whole-because', { reason: state.stored.reason ?? '' })}{' '}
            {source && t(state.found?.isThere ? 'page-copy.marked' : 'page-copy.not-marked')}{' '}
            {t('page-copy.logged')}
          </p>
        )}
      </div>
      {state.name === 'shown' && <Shown state={state} />}
      <Button kind="secondary" onPress={onClose}>
        {t('page-copy.hide')}
      </Button>
    </section>
  );
}

function Shown({ state }: { state: Extract<PageCopyState, { name: 'shown' }> }) {
  const { stored, frame, found } = state;
  const box = useRef<HTMLElement>(null);
  const page = useMemo(
    () =>
      inertPage(frame, { found: found?.isThere ? found : undefined, redacted: stored.redacted }),
    [frame, found, stored],
  );
  useLayoutEffect(() => {
    box.current?.querySelector('mark')?.scrollIntoView?.({ block: 'center', inline: 'nearest' });
  }, [page]);
  return (
    <>
      {page.isPart && <p class="govuk-body-s">{t('page-copy.part')}</p>}
      <Paper boxRef={box}>
        <InertPageTree nodes={page.nodes} />
      </Paper>
    </>
  );
}

interface PaperProps {
  boxRef: RefObject<HTMLElement | null>;
  children: ComponentChildren;
}

function Paper({ boxRef, children }: PaperProps) {
  const label = t('page-copy.title');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section ref={boxRef} class="cp-kept-page__paper" aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
