import type { CaptureOrigin } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import { Button } from '../../../components/button.js';
import { t } from '../../../locales/late.js';

export interface NothingRecognisedProps {
  origins: readonly CaptureOrigin[];
  onPaste: () => void;
  onTold: () => void;
}

/** Says that a page gave no value that the toolkit knows, and the ways to go on from it. */
export function NothingRecognised({ origins, onPaste, onTold }: NothingRecognisedProps) {
  const { services, router } = useApp();
  const keys = useSignal('');
  useEffect(() => {
    void services.shortcuts.list().then(
      (list) => {
        keys.value = list.find(({ name }) => name === 'clip')?.keys ?? '';
      },
      () => undefined,
    );
  }, [services, keys]);
  const page = origins.findLast(({ way }) => way === 'page' || way === 'saved-page');
  return (
    <section class="cp-unrecognised" aria-labelledby="cp-unrecognised">
      <h2 id="cp-unrecognised" class="govuk-heading-s">
        {t('review.unrecognised')}
      </h2>
      <p class="govuk-body">{t('review.unrecognised.body')}</p>
      <ul class="cp-ways">
        <li>
          <strong>{t('review.unrecognised.clip')}</strong>
          <span>
            {keys.value === ''
              ? t('review.unrecognised.clip.body')
              : t('review.unrecognised.clip.keys', { keys: keys.value })}
          </span>
        </li>
        <li>
          <Button kind="link" onPress={onPaste}>
            {t('review.empty.paste')}
          </Button>
          <span>{t('review.unrecognised.paste')}</span>
        </li>
        {page && (
          <li>
            <Button kind="link" onPress={() => router.go({ name: 'teach', capture: page.id })}>
              {t('teach.title')}
            </Button>
            <span>{t('review.unrecognised.teach')}</span>
          </li>
        )}
        <li>
          <Button kind="link" onPress={onTold}>
            {t('review.empty.told')}
          </Button>
          <span>{t('review.unrecognised.told')}</span>
        </li>
      </ul>
      <p class="govuk-inset-text">{t('review.unrecognised.known')}</p>
    </section>
  );
}
