import { civilDay, codeLabel, type StoredRecord, writtenDate } from '@cyber-prevent/core';
import { useApp } from '../../../app/app.js';
import { Button } from '../../../components/button.js';
import { Facts } from '../../../components/facts.js';
import { t } from '../../../locales/late.js';
import { ofKind } from '../../act/use-gathered.js';

export interface EnquiryFactsProps {
  enquiry: StoredRecord<'enquiry'>;
  records: readonly StoredRecord[];
}

/** An enquiry in brief, for the first check. It names nobody. */
export function EnquiryFacts({ enquiry, records }: EnquiryFactsProps) {
  const { services, router } = useApp();
  const { lists } = services;
  const { asked, riskNow, route, tier, referrerId, receivedOn, suitability = [] } = enquiry.value;
  const on = civilDay(enquiry.createdAt);
  const referrer = ofKind(records, 'referrer').find(({ id }) => id === referrerId)?.value;
  const from = [referrer?.name, referrer?.role, referrer?.organisation].filter(Boolean).join(', ');
  return (
    <Facts
      title={t('facts.referral')}
      rows={[
        { label: t('facts.enquiry.asked'), value: asked, isProse: true },
        { label: t('facts.risk'), value: codeLabel(lists, 'risk-now', riskNow, on) },
        { label: t('facts.from'), value: from || codeLabel(lists, 'referral-route', route, on) },
        { label: t('facts.received'), value: writtenDate(receivedOn) },
        ...(tier
          ? [{ label: t('facts.enquiry.tier'), value: codeLabel(lists, 'activity-tier', tier, on) }]
          : []),
        {
          label: t('facts.enquiry.suitability'),
          value:
            suitability.length === 0
              ? t('facts.enquiry.suitability.none')
              : suitability
                  .map(({ question, answer }) =>
                    t('facts.enquiry.suitability.one', {
                      question: codeLabel(lists, 'suitability-question', question, on),
                      answer: codeLabel(lists, 'suitability-answer', answer, on),
                    }),
                  )
                  .join('\n'),
        },
      ]}
    >
      <Button kind="link" onPress={() => router.go({ name: 'enquiry', enquiry: enquiry.id })}>
        {t('facts.whole.enquiry')}
      </Button>
    </Facts>
  );
}
