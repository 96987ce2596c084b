/** Sealed files between two officers: make one for a named colleague, or look at one and take it in. */
import type { RecordId } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { PageHeading } from '../../../components/page-heading.js';
import { t } from '../../../locales/late.js';
import { SendForm } from './send-form.js';
import { TakeInForm } from './take-in-form.js';

export function ExchangeView() {
  const request = useSignal<RecordId | undefined>(undefined);
  return (
    <div class="cp-read">
      <PageHeading>{t('exchange.title')}</PageHeading>
      <p class="govuk-body">{t('exchange.intro')}</p>
      <SendForm request={request.value} />
      <TakeInForm
        onRequest={(id) => {
          request.value = id;
        }}
      />
    </div>
  );
}
