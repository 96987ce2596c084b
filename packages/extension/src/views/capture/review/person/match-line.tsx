import { Button } from '../../../../components/button.js';
import { t } from '../../../../locales/late.js';

export interface MatchLineProps {
  /** Leads to the comparison with the people on record. */
  onCompare: () => void;
}

/** Says above the values of a draft that somebody on record may be meant: it is answered before the save. */
export function MatchLine({ onCompare }: MatchLineProps) {
  return (
    <p class="cp-about-line cp-about-line--open">
      {t('review.match')}{' '}
      <Button kind="link" onPress={onCompare}>
        {t('review.match.who')}
      </Button>
    </p>
  );
}
