import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useApp } from '../../app/app.js';
import { Button } from '../../components/button.js';
import { t } from '../../locales/late.js';
import type { Shortcut } from '../../ports/shortcuts.js';

/** Keys that act on the page in front of the officer, as set in the browser, and the place to change them. */
export function PageShortcuts() {
  const { shortcuts } = useApp().services;
  const found = useSignal<readonly Shortcut[]>([]);
  useEffect(() => {
    void shortcuts.list().then(
      (list) => {
        found.value = list;
      },
      // Without an answer the keys are shown as not set.
      () => undefined,
    );
  }, [shortcuts]);
  const keysOf = (name: Shortcut['name']): string =>
    found.value.find((each) => each.name === name)?.keys || t('help.no-keys');
  return (
    <>
      <h3 class="govuk-heading-s">{t('help.on-page')}</h3>
      <dl class="cp-key-list govuk-body">
        {(['capture', 'clip', 'point'] as const).map((name) => (
          <>
            <dt>
              <kbd class="cp-key">{keysOf(name)}</kbd>
            </dt>
            <dd>{t(`help.${name}`)}</dd>
          </>
        ))}
      </dl>
      <Button kind="link" onPress={() => void shortcuts.change().catch(() => undefined)}>
        {t('help.change-keys')}
      </Button>
    </>
  );
}
