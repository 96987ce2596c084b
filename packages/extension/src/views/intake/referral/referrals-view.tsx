import { useSignal } from '@preact/signals';
import { useApp } from '../../../app/app.js';
import type { RouteOf } from '../../../app/route.js';
import { Button } from '../../../components/button.js';
import { PageHeading } from '../../../components/page-heading.js';
import { SectionNav } from '../../../components/section-nav.js';
import { t } from '../../../locales/late.js';
import { useListKnown } from '../../desk/list/use-list-known.js';
import { IdentifiedList } from './identified-list.js';
import { REFERRAL_LISTS, type ReferralList } from './referral-lists.js';
import { ReferralRows } from './referral-rows.js';
import { RefusalList } from './refusal-list.js';

/** Referrals, people identified by officers who await a decision, and remaining refusals. */
export function ReferralsView({ route }: { route: RouteOf<'referrals'> }) {
  const { router } = useApp();
  const shown = useSignal<ReferralList>(route.show ?? 'referrals');
  const known = useListKnown({ hasOrganisations: true });
  return (
    <>
      <div class="cp-subjects__head">
        <PageHeading>{t('referrals.title')}</PageHeading>
        <Button kind="link" onPress={() => router.go({ name: 'review' })}>
          {t('referrals.capture')}
        </Button>
      </div>
      <SectionNav
        label={t('referrals.lists')}
        items={REFERRAL_LISTS.map((id) => ({ id, label: t(`referrals.list.${id}`) }))}
        current={shown.value}
        onGo={(id) => {
          shown.value = id;
          // Remembers the list for a return to this screen.
          router.settle({ name: 'referrals', show: id });
        }}
      />
      <section aria-label={t(`referrals.list.${shown.value}`)}>
        {shown.value === 'referrals' && <ReferralRows {...known} />}
        {shown.value === 'identified' && <IdentifiedList {...known} />}
        {shown.value === 'refusals' && <RefusalList {...known} />}
      </section>
    </>
  );
}
