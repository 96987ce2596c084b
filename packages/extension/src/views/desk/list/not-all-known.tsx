/** Says that a list lacks what is due or the levels, where these could not be read. */
import { ErrorSummary } from '../../../components/error-summary.js';
import { t } from '../../../locales/late.js';
import type { ListKnownRead } from './use-list-known.js';

export function NotAllKnown({ why }: NonNullable<ListKnownRead['failed']>) {
  return <ErrorSummary errors={[{ message: t('list.failed', { why }) }]} />;
}
