import { useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../locales/translate.js';
import { Button, ButtonGroup } from './button.js';
import { isFocusLost } from './focus-lost.js';

export interface ConflictPanelProps {
  onUseThat: () => void;
  onKeepThis: () => void;
}

/** Shown when two windows hold different drafts of one form: the officer chooses which to keep. */
export function ConflictPanel({ onUseThat, onKeepThis }: ConflictPanelProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    if (isFocusLost()) heading.current?.focus();
  }, []);
  return (
    <div class="cp-confirm" role="alert">
      <h2 class="govuk-heading-s" ref={heading} tabIndex={-1}>
        {t('common.conflict.title')}
      </h2>
      <p class="govuk-body">{t('common.conflict.body')}</p>
      <ButtonGroup>
        <Button kind="secondary" onPress={onUseThat}>
          {t('common.conflict.use-that')}
        </Button>
        <Button kind="secondary" onPress={onKeepThis}>
          {t('common.conflict.keep-this')}
        </Button>
      </ButtonGroup>
    </div>
  );
}
