import { areaOn, areaWords, type StoredRecord } from '@cyber-prevent/core';
import { useApp } from '../../../app/app.js';
import { Button } from '../../../components/button.js';
import type { FormValues } from '../../../components/form-values.js';
import { t } from '../../../locales/late.js';

interface AreaOfferProps {
  subject: StoredRecord<'subject'> | undefined;
  /** The person, in words. */
  name: string | undefined;
  values: FormValues;
  onValue: (name: string, value: string) => void;
}

/** Offers the area where the person lives for the place of a contact. It is not assumed: they may meet elsewhere. */
export function AreaOffer({ subject, name, values, onValue }: AreaOfferProps) {
  const { services } = useApp();
  const area = areaOn(subject?.value.areas ?? [], services.today());
  const { forceArea = '', localAuthority = '' } = area ?? {};
  const isAsked = !values.forceArea && !values.localAuthority;
  if (!isAsked || name === undefined || (forceArea === '' && localAuthority === '')) return null;
  return (
    <p class="govuk-body">
      <Button
        kind="link"
        onPress={() => {
          onValue('forceArea', forceArea);
          onValue('localAuthority', localAuthority);
        }}
      >
        {t('person.area.offer', {
          name,
          area: areaWords({ forceArea, localAuthority }, services.lists, services.today()),
        })}
      </Button>
    </p>
  );
}
