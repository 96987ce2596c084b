/** The overview of the person on the page, worked out from the records that were looked at and logged once. */
import { type CaseOverview, caseOverview, workingCalendar } from '@cyber-prevent/core';
import { useMemo } from 'preact/hooks';
import { useApp, useOpenVault } from '../../../app/app.js';
import type { SubjectPage } from '../../case/subject-page.js';
import { useInstruments } from '../../case/use-instruments.js';
import { useRules } from '../../case/use-retention.js';

const calendar = workingCalendar();

/** The same rules as those of the diary, so that no screen shows a different day. */
export function useOverview({ subject, records }: SubjectPage): CaseOverview | undefined {
  const { services } = useApp();
  const { officer } = useOpenVault();
  const { at } = useInstruments();
  const rules = useRules();
  const today = services.today();
  const { lists } = services;
  return useMemo(
    () =>
      caseOverview(records, subject.id, {
        today,
        calendar,
        lists,
        officer: officer.id,
        ...rules,
        ...(at ? { findInstrument: at.exact } : {}),
      }),
    [records, subject.id, today, lists, officer.id, rules, at],
  );
}
