/** The colleague card: exported as a file, its fingerprint read aloud. It contains no secrets. */
import { useSignal } from '@preact/signals';
import { useEffect, useId } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import { Button } from '../../../components/button.js';
import { KeyGroups } from '../../../components/key-groups.js';
import { t } from '../../../locales/late.js';
import type { ColleagueCard } from '../../../ports/services.js';

interface Shown {
  readonly card: ColleagueCard;
  readonly fingerprint: string;
}

export function ColleagueCardPanel() {
  const { services } = useApp();
  const shown = useSignal<Shown | undefined>(undefined);
  const trouble = useSignal<string | undefined>(undefined);
  const isExported = useSignal(false);
  const titleId = useId();
  useEffect(() => {
    services.vault.colleagueCard().then(
      (made) => {
        shown.value = made;
      },
      (error: unknown) => {
        trouble.value = error instanceof Error ? error.message : String(error);
      },
    );
  }, [services, shown, trouble]);

  if (trouble.value !== undefined) return <p class="govuk-body">{trouble.value}</p>;
  if (!shown.value) return null;
  const { card, fingerprint } = shown.value;
  return (
    <>
      <p class="govuk-body">{t('first-run.card.why')}</p>
      <Button
        kind="secondary"
        onPress={() => {
          // The type, the day and our own id: no person's name.
          const name = `colleague-card-${services.today()}-${card.officer.slice(0, 8)}.json`;
          services.download(name, 'application/json', JSON.stringify(card, null, 2));
          isExported.value = true;
        }}
      >
        {t('first-run.card.export')}
      </Button>
      <p class="govuk-body" role="status">
        {isExported.value && t('first-run.card.exported')}
      </p>
      <p class="govuk-body">{t('first-run.card.aloud')}</p>
      <p class="govuk-heading-s" id={titleId}>
        {t('first-run.card.fingerprint')}
      </p>
      <KeyGroups groups={fingerprint.split(' ')} labelledBy={titleId} />
    </>
  );
}
