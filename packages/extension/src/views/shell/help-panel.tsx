import { useLayoutEffect, useRef } from 'preact/hooks';
import { useApp } from '../../app/app.js';
import { Button } from '../../components/button.js';
import { helpOf } from '../../locales/help-of.js';
import { t } from '../../locales/late.js';
import { SETTINGS_SECTION_NAMES, SETTINGS_SECTIONS } from '../vault/settings/sections.js';
import { KeyList } from './key-list.js';
import { PageShortcuts } from './page-shortcuts.js';

/** The purpose of the screen, every key with a way to change it, and the settings. Escape closes it. */
export function HelpPanel({ onClose }: { onClose: () => void }) {
  const { session, router } = useApp();
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus(), []);
  // Before the vault is open another screen is shown than that of the route.
  const about = session.open.value && helpOf(router.route.value.name);
  return (
    <section
      class="cp-read"
      aria-label={t('help.title')}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <h1 ref={heading} class="govuk-heading-l" tabIndex={-1}>
        {t('help.title')}
      </h1>
      {about && (
        <>
          <h2 class="govuk-heading-m">{t('help.screen')}</h2>
          <p class="govuk-body">{about}</p>
        </>
      )}
      <h2 class="govuk-heading-m">{t('help.keys')}</h2>
      <p class="govuk-body">{t('help.intro')}</p>
      <KeyList />
      <PageShortcuts />
      {session.open.value && (
        <>
          <h2 class="govuk-heading-m">{t('settings.title')}</h2>
          <ul class="govuk-list">
            {SETTINGS_SECTION_NAMES.map((section) => (
              <li key={section}>
                <Button
                  kind="link"
                  onPress={() => {
                    onClose();
                    router.go({ name: 'settings', section });
                  }}
                >
                  {t(SETTINGS_SECTIONS[section])}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
      <Button kind="secondary" onPress={onClose}>
        {t('help.close')}
      </Button>
    </section>
  );
}
