import { type Assessment, writtenDate } from '@cyber-prevent/core';
import { WarningText } from '../../../components/warning-text.js';
import { t } from '../../../locales/late.js';
import { useRules } from '../../case/use-retention.js';

/** Says on the page itself that the version that an assessment was made with is recalled, and why. */
export function RecalledInstrument({ of }: { of: Assessment }) {
  const { given } = useRules();
  const recall = given?.recalled?.find(
    ({ kind, id, version }) =>
      kind === 'instrument' && id === of.instrument && version === of.instrumentVersion,
  );
  if (!recall) return null;
  const { recalledOn, reason } = recall;
  return (
    <WarningText>{t('assessment.recalled', { date: writtenDate(recalledOn), reason })}</WarningText>
  );
}
