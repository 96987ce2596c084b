/** What each record needs next, for the columns of a list: of the diary, so that a list and *Today* never differ. */
import type { DiaryEntry, RecordId } from '@cyber-prevent/core';
import { useMemo } from 'preact/hooks';
import { useApp } from '../app/app.js';
import { dueNow } from './due-now.js';
import { useRecords } from './use-records.js';

/** The most urgent entry of each record; none until they are read. */
export function useDue(): ReadonlyMap<RecordId, DiaryEntry> {
  const { services } = useApp();
  const enquiries = useRecords('enquiry');
  const decisions = useRecords('decision');
  const referrals = useRecords('referral');
  const interventions = useRecords('intervention');
  const identifications = useRecords('identification');
  return useMemo(
    () =>
      dueNow(
        [
          ...(enquiries ?? []),
          ...(decisions ?? []),
          ...(referrals ?? []),
          ...(interventions ?? []),
          ...(identifications ?? []),
        ],
        services.today(),
        services.lists,
      ),
    [enquiries, decisions, referrals, interventions, identifications, services],
  );
}
