import { t } from '../../locales/late.js';

/** “Low, Medium or High”. */
export function eitherOf(labels: readonly string[]): string {
  const [last = '', ...others] = labels.toReversed();
  return others.length === 0
    ? last
    : t('assessment.either', { first: others.toReversed().join(', '), last });
}
