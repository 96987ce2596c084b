import { useSignal } from '@preact/signals';
import { useApp } from '../../app/app.js';
import { REFERRAL_LISTS, type ReferralList, type RouteOf } from '../../app/router.js';
import { PageHeading } from '../../components/page-heading.js';
import { SectionNav } from '../../components/section-nav.js';
import { t } from '../../locales/late.js';
import { dueNow } from '../due-now.js';
import { useRecords } from '../use-records.js';
import { IdentifiedList } from './identified-list.js';
import { ReferralTable } from './referral-table.js';
import { RefusalList } from './refusal-list.js';

/** Referrals, people who were identified by officers and await a decision, and what remains of refusals. */
export function ReferralsView({ route }: { route: RouteOf<'referrals'> }) {
  const { services } = useApp();
  const shown = useSignal<ReferralList>(route.show ?? 'referrals');
  const referrals = useRecords('referral');
  const subjects = useRecords('subject');
  const decisions = useRecords('decision');
  const interventions = useRecords('intervention');
  const identifications = useRecords('identification');
  const refusals = useRecords('refusal');
  const isRead = referrals && subjects && decisions && interventions && identifications && refusals;
  if (!isRead) return <PageHeading>{t('referrals.title')}</PageHeading>;
  const all = [...referrals, ...decisions, ...interventions, ...identifications];
  const due = dueNow(all, services.today(), services.lists);
  const names = new Map(subjects.map(({ id, value }) => [id, value.name]));
  const awaiting = identifications.filter(
    ({ id }) => due.get(id)?.act === 'decide-identification' || due.get(id)?.act === 'dispose',
  );
  const counts = {
    referrals: referrals.filter(({ id }) => due.has(id)).length,
    identified: awaiting.length,
    refusals: refusals.length,
  };
  return (
    <>
      <PageHeading>{t('referrals.title')}</PageHeading>
      <SectionNav
        label={t('referrals.lists')}
        items={REFERRAL_LISTS.map((id) => ({
          id,
          label: t(`referrals.list.${id}`),
          count: counts[id],
        }))}
        current={shown.value}
        onGo={(id) => {
          shown.value = id;
        }}
      />
      <section aria-label={t(`referrals.list.${shown.value}`)}>
        {shown.value === 'referrals' && (
          <ReferralTable referrals={referrals} names={names} due={due} />
        )}
        {shown.value === 'identified' && (
          <IdentifiedList identifications={awaiting} names={names} due={due} />
        )}
        {shown.value === 'refusals' && <RefusalList refusals={refusals} referrals={referrals} />}
      </section>
    </>
  );
}
