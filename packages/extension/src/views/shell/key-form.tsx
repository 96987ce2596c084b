import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { type OwnKeys, WHILE_TYPING } from '../../app/keys/chord-keys.js';
import { type KeyRefusal, keyTyped, refusalOf } from '../../app/keys/key-change.js';
import type { CommandId } from '../../app/keys/key-table.js';
import { Button, ButtonGroup } from '../../components/button.js';
import { Form } from '../../components/form.js';
import { TextInput } from '../../components/text-input.js';
import { t } from '../../locales/late.js';

export interface KeyFormProps {
  command: CommandId;
  own: OwnKeys;
  onKey: (key: string) => void;
  onCancel: () => void;
}

/** Asks for the new key of a command. It is typed, not caught: whoever dictates or has no such key can give it too. */
export function KeyForm({ command, own, onKey, onCancel }: KeyFormProps) {
  const typed = useSignal('');
  const error = useSignal<string | undefined>(undefined);
  const root = useRef<HTMLElement>(null);
  const focusBox = (): void => root.current?.querySelector('input')?.focus();
  useLayoutEffect(focusBox, []);
  return (
    <section
      ref={root}
      aria-label={t('keys.choose')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onCancel();
      }}
    >
      <Form
        onSubmit={() => {
          const key = keyTyped(typed.value);
          const refusal = refusalOf(command, key, own);
          error.value = refusal && inWords(refusal);
          if (refusal) focusBox();
          else onKey(key);
        }}
      >
        <TextInput
          label={t('keys.new', { words: t(`keys.${command}`) })}
          hint={t(WHILE_TYPING.includes(command) ? 'keys.new.hint.typing' : 'keys.new.hint')}
          error={error.value}
          width={5}
          value={typed.value}
          onValue={(value) => {
            typed.value = value;
          }}
        />
        <ButtonGroup>
          <Button type="submit">{t('keys.save')}</Button>
          <Button kind="link" onPress={onCancel}>
            {t('keys.cancel')}
          </Button>
        </ButtonGroup>
      </Form>
    </section>
  );
}

function inWords(refusal: KeyRefusal): string {
  switch (refusal.why) {
    case 'unread':
      return t('keys.refused.unread');
    case 'digit':
      return t('keys.refused.digit');
    case 'reserved':
      return t('keys.refused.reserved', { key: refusal.key });
    case 'types':
      return t('keys.refused.types', { key: refusal.key });
    case 'taken':
      return t('keys.refused.taken', { key: refusal.key, words: t(`keys.${refusal.by}`) });
    case 'begins': {
      const { key, other, by } = refusal;
      return t('keys.refused.begins', { key, other, words: t(`keys.${by}`) });
    }
  }
}
