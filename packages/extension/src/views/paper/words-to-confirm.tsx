import type { WordsToConfirm as Words } from '@cyber-prevent/core/report';
import { signal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { Checkboxes } from '../../components/checkboxes.js';
import { t } from '../../locales/late.js';

export interface Confirmed {
  /** Words that the officer has read and confirmed for this destination. */
  readonly words: readonly Words[];
  set(words: readonly Words[]): void;
}

/** Asks again whenever the destination or the document changes: what one recipient may read is no answer for another. */
export function useConfirmed(destination: string, document: string | undefined): Confirmed {
  const words = useMemo(() => signal<readonly Words[]>([]), [destination, document]);
  return {
    words: words.value,
    set(next) {
      words.value = next;
    },
  };
}

export interface WordsToConfirmProps {
  /** The words that are left out until the officer confirms them. */
  words: readonly Words[];
  confirmed: Confirmed;
}

/** Asks about words as somebody wrote them, which can name a person who is withheld. Each is shown, to be read here. */
export function WordsToConfirm({ words, confirmed }: WordsToConfirmProps) {
  if (words.length === 0) return null;
  return (
    <div class="cp-said">
      <Checkboxes
        id="export-words"
        label={t('summary.words')}
        hint={t('summary.words.hint')}
        choices={words.map((each) => ({ value: keyOf(each), label: each.label, hint: each.words }))}
        value={confirmed.words.map(keyOf)}
        onValue={(keys) => confirmed.set(words.filter((each) => keys.includes(keyOf(each))))}
      />
    </div>
  );
}

/** Other words of the same field are another answer. */
function keyOf({ path, record, words }: Words): string {
  return JSON.stringify([path, record ?? '', words]);
}
