import { Button } from '../../components/button.js';
import { t } from '../../locales/late.js';

export interface MoreRecordsProps {
  /** Number of records that are not shown yet; none if it is 0 or less. */
  rest: number;
  /** Number that a press adds. */
  portion: number;
  onMore: () => void;
}

/** The way to the rest of a long list of records. */
export function MoreRecords({ rest, portion, onMore }: MoreRecordsProps) {
  if (rest <= 0) return null;
  return (
    <Button kind="secondary" onPress={onMore}>
      {t('subject.more-records', { count: Math.min(rest, portion) })}
    </Button>
  );
}
