/** Issue for a form already saved with its earlier values: a later change is made in the record itself. */
import type { Instant, Issue } from '@cyber-prevent/core';
import { writtenMoment } from '../../components/written-value.js';
import { t } from '../../locales/late.js';

export function keptBefore(at: Instant): Issue {
  return {
    code: 'kept-before',
    severity: 'error',
    message: t('save.kept-before', { at: writtenMoment(at) }),
  };
}
