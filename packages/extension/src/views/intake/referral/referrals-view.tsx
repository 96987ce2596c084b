import { useSignal } from '@preact/signals';
import { useApp } from '../../../app/app.js';
import { REFERRAL_LISTS, type ReferralList, type RouteOf } from '../../../app/router.js';
import { PageHeading } from '../../../components/page-heading.js';
import { SectionNav } from '../../../components/section-nav.js';
import { t } from '../../../locales/late.js';
import { useDue } from '../../case/use-due.js';
import { IdentifiedList } from './identified-list.js';
import { ReferralRows } from './referral-rows.js';
import { RefusalList } from './refusal-list.js';

/** Referrals, people who were identified by officers and await a decision, and what remains of refusals. */
export function ReferralsView({ route }: { route: RouteOf<'referrals'> }) {
  const { router } = useApp();
  const shown = useSignal<ReferralList>(route.show ?? 'referrals');
  const { due } = useDue();
  return (
    <>
      <PageHeading>{t('referrals.title')}</PageHeading>
      <SectionNav
        label={t('referrals.lists')}
        items={REFERRAL_LISTS.map((id) => ({ id, label: t(`referrals.list.${id}`) }))}
        current={shown.value}
        onGo={(id) => {
          shown.value = id;
          // Come back to, it is where it was left.
          router.settle({ name: 'referrals', show: id });
        }}
      />
      <section aria-label={t(`referrals.list.${shown.value}`)}>
        {shown.value === 'referrals' && <ReferralRows due={due} />}
        {shown.value === 'identified' && <IdentifiedList due={due} />}
        {shown.value === 'refusals' && <RefusalList />}
      </section>
    </>
  );
}
