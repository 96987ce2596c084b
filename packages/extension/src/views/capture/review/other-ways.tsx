import { Button, ButtonGroup } from '../../../components/button.js';
import { t } from '../../../locales/translate.js';

export interface OtherWaysProps {
  onPaste: () => void;
  onTold: () => void;
  /** Opens a saved page; absent beside a draft. */
  onSavedPage: (() => void) | undefined;
}

/** Ways into a draft other than a press on a page. */
export function OtherWays({ onPaste, onTold, onSavedPage }: OtherWaysProps) {
  return (
    <ButtonGroup>
      <Button kind="secondary" onPress={onPaste}>
        {t('review.empty.paste')}
      </Button>
      <Button kind="secondary" onPress={onTold}>
        {t('review.empty.told')}
      </Button>
      {onSavedPage && (
        <Button kind="link" onPress={onSavedPage}>
          {t('review.empty.saved')}
        </Button>
      )}
    </ButtonGroup>
  );
}
