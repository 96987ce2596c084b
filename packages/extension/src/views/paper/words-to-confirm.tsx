import type { Rendered } from '@cyber-prevent/core/report';
import { signal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { Checkboxes } from '../../components/checkboxes.js';
import { t } from '../../locales/late.js';

export interface Confirmed {
  /** Paths that the officer has read and lets go to this destination. */
  readonly paths: readonly string[];
  set(paths: readonly string[]): void;
}

/** Asks again whenever the destination changes: what one recipient may read is no answer for another. */
export function useConfirmed(destination: string): Confirmed {
  const paths = useMemo(() => signal<readonly string[]>([]), [destination]);
  return {
    paths: paths.value,
    set(next) {
      paths.value = next;
    },
  };
}

export interface WordsToConfirmProps {
  /** The words that are left out as long as nobody lets them go. */
  words: Rendered['toConfirm'];
  confirmed: Confirmed;
}

/** Asks about words as somebody wrote them, which can name a person who is withheld. */
export function WordsToConfirm({ words, confirmed }: WordsToConfirmProps) {
  if (words.length === 0) return null;
  return (
    <Checkboxes
      id="export-words"
      label={t('summary.words')}
      hint={t('summary.words.hint')}
      choices={words.map(({ path, label }) => ({ value: path, label }))}
      value={confirmed.paths}
      onValue={confirmed.set}
    />
  );
}
