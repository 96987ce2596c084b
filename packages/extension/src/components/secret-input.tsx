import { useId, useState } from 'preact/hooks';
import { t } from '../locales/translate.js';
import { Button } from './button.js';
import type { InputProps } from './form-group.js';
import { TextInput } from './text-input.js';

export interface SecretInputProps extends InputProps {
  value: string;
  onValue: (value: string) => void;
}

/** Shows dots, or the text if the officer asks to see it: a long passphrase is hard to type unseen. */
export function SecretInput(props: SecretInputProps) {
  const made = useId();
  const { id = made, label } = props;
  const [isShown, setShown] = useState(false);
  return (
    <div class="cp-secret">
      <TextInput {...props} id={id} type={isShown ? 'text' : 'secret'} />
      <div class="cp-secret__toggle">
        <Button kind="link" about={label} onPress={() => setShown(!isShown)}>
          {isShown ? t('common.hide') : t('common.show')}
        </Button>
      </div>
    </div>
  );
}
