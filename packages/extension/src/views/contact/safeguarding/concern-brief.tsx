import { civilDay, codeLabel, concernTellings, riskOfConcern } from '@cyber-prevent/core';
import { useApp } from '../../../app/app.js';
import { Button } from '../../../components/button.js';
import { Facts } from '../../../components/facts.js';
import { writtenMoment } from '../../../components/written-moment.js';
import { t } from '../../../locales/late.js';
import { riskWords } from '../../desk/risk-words.js';
import type { Concern } from './use-concern.js';

/** A concern in brief, for the forms that follow it up: what it is, how serious, and who was told. */
export function ConcernBrief({ concern }: { concern: Concern }) {
  const { services, router } = useApp();
  const { lists } = services;
  const { value, createdAt } = concern;
  const told = new Set(concernTellings(concern, lists).flatMap((telling) => telling.told));
  return (
    <Facts
      title={t('concern.one', { moment: writtenMoment(createdAt) })}
      rows={[
        { label: t('concern.what'), value: value.what },
        {
          label: t('concern.list.risk'),
          value: riskWords(riskOfConcern(value), lists),
        },
        {
          label: t('concern.told'),
          value:
            [...told]
              .map((code) => codeLabel(lists, 'safeguarding-told', code, civilDay(createdAt)))
              .join(', ') || t('concern.told.none'),
        },
      ]}
    >
      <Button kind="link" onPress={() => router.go({ name: 'concern', concern: concern.id })}>
        {t('concern.whole')}
      </Button>
    </Facts>
  );
}
