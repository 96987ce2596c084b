/** The answers so far, and every value of the page for further answers: by pointing on the page, or from the list. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import { Button } from '../../../components/button.js';
import { InsetText } from '../../../components/inset-text.js';
import { t } from '../../../locales/late.js';
import { SaidList } from './said-list.js';
import type { TeachingState } from './use-teaching.js';
import { ValueList } from './value-list.js';

export function ValuesStep({ state }: { state: TeachingState }) {
  const { services } = useApp();
  const keys = useSignal<string | undefined>(undefined);
  const { teaching, told, isWatched } = state;
  const said = teaching.value?.said ?? [];
  useEffect(() => {
    void services.shortcuts.list().then(
      (list) => {
        keys.value = list.find(({ name }) => name === 'point')?.keys ?? '';
      },
      () => undefined,
    );
  }, [services]);
  return (
    <>
      <p class="govuk-body">{t('teach.intro')}</p>
      {keys.value !== undefined && (
        <p class="govuk-body">
          {isWatched.value
            ? keys.value
              ? t('teach.point', { keys: keys.value })
              : t('teach.point.no-keys')
            : teaching.value?.system === ''
              ? t('teach.point.file')
              : t('teach.point.gone')}
          {!isWatched.value && said.length > 0 && ` ${t('teach.point.kept')}`}
        </p>
      )}
      <div role="status">{told.value && <InsetText>{told.value.message}</InsetText>}</div>
      <h2 class="govuk-heading-m">{t('teach.said')}</h2>
      <SaidList state={state} />
      {said.length > 0 && (
        <Button onPress={() => state.change({ step: 'about' })}>{t('teach.to-about')}</Button>
      )}
      <h2 class="govuk-heading-m">{t('teach.list')}</h2>
      <ValueList state={state} />
    </>
  );
}
