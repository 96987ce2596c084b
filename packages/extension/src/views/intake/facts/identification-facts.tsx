import { type StoredRecord, writtenDate } from '@cyber-prevent/core';
import { useApp } from '../../../app/app.js';
import { Button } from '../../../components/button.js';
import { Facts } from '../../../components/facts.js';
import { t } from '../../../locales/late.js';
import { ofKind } from '../../act/use-gathered.js';

export interface IdentificationFactsProps {
  identification: StoredRecord<'identification'>;
  records: readonly StoredRecord[];
}

/** The reasons that somebody at the edge of other work is on record, for the decision on them. */
export function IdentificationFacts({ identification, records }: IdentificationFactsProps) {
  const { router } = useApp();
  const { identifiedOn, source, reference, necessityWhy, subjectId } = identification.value;
  const concerns = ofKind(records, 'safeguardingConcern').filter(
    ({ value }) => value.subjectId === subjectId && value.closedOn === undefined,
  );
  const on = writtenDate(identifiedOn);
  return (
    <Facts
      title={t('facts.referral')}
      rows={[
        { label: t('facts.identified.source'), value: source },
        { label: t('facts.identified.why'), value: necessityWhy },
        {
          label: t('facts.identified.on'),
          value: reference ? t('facts.received.reference', { date: on, reference }) : on,
        },
        {
          label: t('facts.concern'),
          value: t(concerns.length > 0 ? 'facts.concern.open' : 'facts.concern.none'),
        },
      ]}
    >
      <Button
        kind="link"
        onPress={() => router.go({ name: 'identification', identification: identification.id })}
      >
        {t('facts.whole.person')}
      </Button>
    </Facts>
  );
}
