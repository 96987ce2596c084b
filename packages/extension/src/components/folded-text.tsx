import { shortened } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { t } from '../locales/late.js';
import { Button } from './button.js';

export interface FoldedTextProps {
  text: string;
  /** The fact that it is the text of, for screen readers: it tells several buttons apart. */
  about: string;
  /** True for an account or a message, which is folded to one line; a list keeps more in sight. */
  isProse?: boolean | undefined;
}

/** Letters of a text that is not folded. */
const IN_SIGHT = 240;
/** Letters of one line. */
const ONE_LINE = 80;

/** A text that is folded if it is long: the rest takes a press. On paper it is whole. */
export function FoldedText({ text, about, isProse = false }: FoldedTextProps) {
  const isWhole = useSignal(false);
  const letters = [...text];
  if (letters.length <= IN_SIGHT)
    return (
      <span class="cp-facts__text" dir="auto">
        {text}
      </span>
    );
  const folded = isProse
    ? shortened(text.replace(/\s+/gu, ' ').trim(), ONE_LINE)
    : t('facts.cut', { text: letters.slice(0, IN_SIGHT).join('') });
  return (
    <>
      <span class="cp-facts__text cp-no-print" dir="auto">
        {isWhole.value ? text : folded}
      </span>
      <span class="cp-facts__text cp-print-only" dir="auto">
        {text}
      </span>{' '}
      <Button
        kind="link"
        about={about}
        expanded={isWhole.value}
        onPress={() => {
          isWhole.value = !isWhole.value;
        }}
      >
        {t(isWhole.value ? 'facts.less' : 'facts.all')}
      </Button>
    </>
  );
}
