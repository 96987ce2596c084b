import { useLayoutEffect, useRef } from 'preact/hooks';
import { useApp } from '../../app/app.js';
import { EVERYWHERE_KEYS } from '../../app/settings.js';
import { Button } from '../../components/button.js';
import { Checkbox } from '../../components/checkboxes.js';
import { Form } from '../../components/form.js';
import { Select } from '../../components/select.js';
import { helpOf } from '../../locales/help-of.js';
import { t } from '../../locales/late.js';
import { SETTINGS_SECTION_NAMES, SETTINGS_SECTIONS } from '../vault/settings/sections.js';
import { PageShortcuts } from './page-shortcuts.js';

/** The purpose of the screen, every key that acts now, and the few settings. Escape closes it. */
export function HelpPanel({ onClose }: { onClose: () => void }) {
  const { keys, settings, session, router } = useApp();
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus(), []);
  const { concernKey, blankKey, singleKeys } = settings.settings.value;
  // Before the vault is open another screen is shown than that of the route.
  const about = session.open.value && helpOf(router.route.value.name);
  const choicesBut = (taken: string) =>
    EVERYWHERE_KEYS.filter((key) => key !== taken).map((key) => ({ value: key, label: key }));
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
      {keys.groups.value.map(({ title, commands }) => (
        <div key={title}>
          <h3 class="govuk-heading-s">{title}</h3>
          <dl class="cp-key-list govuk-body">
            {commands.map(({ key, label }) => (
              <>
                <dt>
                  <kbd class="cp-key">{key}</kbd>
                </dt>
                <dd>{label}</dd>
              </>
            ))}
          </dl>
        </div>
      ))}
      <PageShortcuts />
      <h2 class="govuk-heading-m">{t('help.settings')}</h2>
      <Form label={t('help.settings')}>
        <Select
          label={t('help.concern-key')}
          hint={t('help.concern-key.hint')}
          choices={choicesBut(blankKey)}
          value={concernKey}
          onValue={(value) => {
            const key = EVERYWHERE_KEYS.find((each) => each === value);
            if (key) settings.change({ concernKey: key });
          }}
        />
        <Select
          label={t('help.blank-key')}
          hint={t('help.concern-key.hint')}
          choices={choicesBut(concernKey)}
          value={blankKey}
          onValue={(value) => {
            const key = EVERYWHERE_KEYS.find((each) => each === value);
            if (key) settings.change({ blankKey: key });
          }}
        />
        <Checkbox
          label={t('help.single-keys')}
          hint={t('help.single-keys.hint')}
          checked={singleKeys}
          onChecked={(checked) => settings.change({ singleKeys: checked })}
        />
      </Form>
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
