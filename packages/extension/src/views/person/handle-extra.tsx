/** Additions to the form of an online name: its proposed form, and a warning if somebody else has it. */
import { canonicalHandle } from '@cyber-prevent/core';
import { useApp } from '../../app/app.js';
import { Button } from '../../components/button.js';
import { asText } from '../../components/form-values.js';
import { Hint } from '../../components/hint.js';
import { WarningText } from '../../components/warning-text.js';
import { t } from '../../locales/late.js';
import type { Extra, ExtraTask } from '../act/act.js';
import { useElsewhere } from './use-elsewhere.js';

export function useHandle({ form, subject }: ExtraTask<'onlineIdentifier'>): Extra {
  const { router } = useApp();
  const elsewhere = useElsewhere(subject.id);
  const seen = asText(form.values.value.asSeen);
  const platform = asText(form.values.value.platform);
  const type = asText(form.values.value.type);
  const canonical = canonicalHandle(seen, platform || undefined, type || undefined);
  return {
    under: canonical
      ? {
          canonical: (
            <Hint id="person-canonical">{t('person.handle.proposed', { canonical })}</Hint>
          ),
        }
      : {},
    after: elsewhere.others.length > 0 && (
      <div role="alert">
        <WarningText>
          {t('person.handle.elsewhere', { count: elsewhere.others.length })}
        </WarningText>
        {elsewhere.others.map((other, nth) => (
          <p class="govuk-body" key={other}>
            <Button kind="link" onPress={() => router.go({ name: 'subject', subject: other })}>
              {t('person.handle.who', { count: nth + 1 })}
            </Button>
          </p>
        ))}
      </div>
    ),
    stops: () => elsewhere.warns({ type, platform, asSeen: seen }),
  };
}
