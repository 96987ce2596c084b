import { useApp } from '../../../app/app.js';
import type { RouteOf } from '../../../app/route.js';
import { t } from '../../../locales/late.js';
import { GatheredView } from '../../act/gathered.js';
import { ofKind, useGathered } from '../../act/use-gathered.js';
import { AdviceForm } from './advice-form.js';
import { AdviceList } from './advice-list.js';
import { AdvicePage } from './advice-page.js';

/** Advice: all of it, one, a new one, one corrected. */
export function AdviceView({ route: { advice, writing } }: { route: RouteOf<'advice'> }) {
  const { router } = useApp();
  if (advice !== undefined) return <One id={advice} isWriting={writing === true} />;
  return writing ? (
    <AdviceForm onDone={(id) => router.go({ name: 'advice', advice: id })} />
  ) : (
    <AdviceList />
  );
}

function One({
  id,
  isWriting,
}: {
  id: NonNullable<RouteOf<'advice'>['advice']>;
  isWriting: boolean;
}) {
  const { router } = useApp();
  const { state, again } = useGathered(id, (store) => store.consult([id], 'case-work'));
  return (
    <GatheredView state={state} title={t('advice.title')} gone={t('advice.gone')}>
      {(records) => {
        const [held] = ofKind(records, 'advice');
        if (!held) return null;
        return isWriting ? (
          <AdviceForm opened={held} onDone={() => router.go({ name: 'advice', advice: id })} />
        ) : (
          <AdvicePage held={held} again={again} />
        );
      }}
    </GatheredView>
  );
}
