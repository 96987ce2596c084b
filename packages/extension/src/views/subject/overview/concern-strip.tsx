import {
  civilDay,
  codeLabel,
  concernState,
  type StoredRecord,
  writtenDate,
} from '@cyber-prevent/core';
import { useApp } from '../../../app/app.js';
import { Button } from '../../../components/button.js';
import { t } from '../../../locales/late.js';
import { writtenDay } from '../../desk/today/when.js';

const NOBODY = 'nobody-yet';

/**
 * An open safeguarding concern: since when, who was told of it, and its next review. Its text is opened to be read. A
 * panel shows what is still to be done; the rest is read out there.
 */
export function ConcernStrip({ concern }: { concern: StoredRecord<'safeguardingConcern'> }) {
  const { services, router } = useApp();
  const { id, value, createdAt } = concern;
  const since = civilDay(createdAt);
  const told = [...value.told, ...(value.additions ?? []).flatMap((each) => each.told ?? [])];
  const who = [...new Set(told)]
    .filter((code) => code !== NOBODY)
    .map((code) => codeLabel(services.lists, 'safeguarding-told', code, since))
    .join(', ');
  const reference =
    value.additions?.findLast((each) => each.reference !== undefined)?.reference ?? value.reference;
  const state = concernState(value);
  return (
    <section class="cp-strip" aria-label={t('overview.concern')}>
      <p class="cp-strip__words">
        <strong>{t('overview.concern')}</strong>{' '}
        <span class="cp-wide">{t('overview.concern.since', { date: writtenDate(since) })} </span>
        {state === 'untold' ? (
          <strong>{t('overview.concern.untold')} </strong>
        ) : (
          <span class="cp-wide">
            {reference === undefined
              ? t('overview.concern.told', { who })
              : t('overview.concern.told-reference', { who, reference })}{' '}
          </span>
        )}
        {value.reviewOn && t('overview.concern.review', { date: writtenDay(value.reviewOn) })}
      </p>
      <Button kind="link" onPress={() => router.go({ name: 'concern', concern: id })}>
        {t('overview.concern.open')}
      </Button>
    </section>
  );
}
