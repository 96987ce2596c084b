/** It was kept before, as it was filled in then: what is filled in now is put right in the record. */
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
