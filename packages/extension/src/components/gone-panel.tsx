import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import type { GoneWork, OpenWork } from '../app/open-work.js';
import { t } from '../locales/late.js';
import { Button, ButtonGroup } from './button.js';
import { isFocusLost } from './focus-lost.js';
import { KeptLink } from './kept-link.js';
import { useKept } from './use-kept.js';
import { writtenMoment } from './written-moment.js';

export interface GonePanelProps {
  gone: GoneWork;
  work: Pick<OpenWork<unknown>, 'keepAsNew' | 'clearHere'>;
}

/**
 * Shown when a form that is open here was saved, or thrown away, in another window. Its content stays until the officer
 * keeps it as a new draft or clears it: saved without that, it would be recorded twice.
 */
export function GonePanel({ gone: { pending }, work }: GonePanelProps) {
  const kept = useKept(pending);
  const headingId = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const isKnown = kept !== null;
  useLayoutEffect(() => {
    // Never while someone is typing: only where the press that led here took its button away.
    if (isKnown && isFocusLost()) heading.current?.focus();
  }, [isKnown]);
  if (kept === null) return null;
  return (
    <section class="cp-confirm" role="alert" aria-labelledby={headingId}>
      <h2 class="govuk-heading-s" id={headingId} ref={heading} tabIndex={-1}>
        {t(kept ? 'gone.saved' : 'gone.unknown')}
      </h2>
      <p class="govuk-body">
        {kept
          ? t(kept.isChange ? 'gone.saved.change' : 'gone.saved.record', {
              at: writtenMoment(kept.at),
            })
          : t('gone.unknown.body')}
      </p>
      <p class="govuk-body">{t('gone.here')}</p>
      <ButtonGroup>
        <Button kind="secondary" onPress={() => void work.keepAsNew()}>
          {t('gone.keep')}
        </Button>
        <Button kind="secondary" onPress={() => void work.clearHere()}>
          {t('gone.clear')}
        </Button>
        <KeptLink to={kept?.to} />
      </ButtonGroup>
    </section>
  );
}
