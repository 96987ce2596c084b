import { ageOn, birthsOf, type StoredRecord } from '@cyber-prevent/core';
import { useApp } from '../../../app/app.js';
import { Button } from '../../../components/button.js';
import { InsetText } from '../../../components/inset-text.js';
import { t } from '../../../locales/late.js';
import { birthsRoute } from '../../case/births-route.js';
import { agesOf } from '../../desk/age-words.js';

/** “16 or 19 · Age disputed”, with the way to the dates of birth; nothing of a person of one age. */
export function DisputedAge({ subject }: { subject: StoredRecord<'subject'> }) {
  const { services, router } = useApp();
  const today = services.today();
  const births = birthsOf(subject.value);
  const ages = new Set(births.map((born) => ageOn(born, today)));
  const age = ages.size > 1 ? agesOf({ births }, today) : undefined;
  if (age === undefined) return null;
  return (
    <InsetText>
      <p class="govuk-body">
        <strong>{t('assessment.age-disputed', { age })}</strong>
      </p>
      <p class="govuk-body">
        <Button kind="link" onPress={() => router.go(birthsRoute(subject))}>
          {t('assessment.age-disputed.go')}
        </Button>
      </p>
    </InsetText>
  );
}
