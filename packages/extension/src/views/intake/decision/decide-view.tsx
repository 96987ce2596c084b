import {
  gatherCase,
  gatherEnquiry,
  type RecordStore,
  type StoredRecord,
} from '@cyber-prevent/core';
import type { RouteOf } from '../../../app/route.js';
import { t } from '../../../locales/late.js';
import { GatheredView } from '../../act/gathered.js';
import { useGathered } from '../../act/use-gathered.js';
import { caseOf } from '../../case/case-of.js';
import { DecideForm } from './decide-form.js';

/** A named officer's decision on an enquiry, a referral or an identified person. */
export function DecideView({ route }: { route: RouteOf<'decide'> }) {
  const { on, record } = route;
  const { state } = useGathered(record, (store) => recordsOf(store, route));
  return (
    <GatheredView state={state} title={t(`decide.title.${on}`)} gone={t('decide.gone')}>
      {(records) => <DecideForm on={on} record={record} records={records} />}
    </GatheredView>
  );
}

async function recordsOf(
  store: RecordStore,
  { on, record }: RouteOf<'decide'>,
): Promise<readonly StoredRecord[]> {
  if (on === 'enquiry') return gatherEnquiry(store, record, 'enquiry');
  if (on === 'referral') return caseOf(store, record);
  const held = await store.get('identification', record);
  return held ? gatherCase(store, held.value.subjectId, 'identification') : [];
}
