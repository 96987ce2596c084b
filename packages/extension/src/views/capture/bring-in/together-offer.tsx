import { Button } from '../../../components/button.js';
import { t } from '../../../locales/late.js';
import { type BroughtIn, type BroughtRow, needsALook, unreadColumns } from './brought-in.js';
import { countSeen } from './rows-to-file.js';
import type { Alike } from './use-alike.js';
import type { Looked } from './use-looked.js';

interface TogetherOfferProps {
  file: BroughtIn;
  looked: Looked;
  alike: Alike | undefined;
  onPress: () => void;
}

/** The way to file several rows as one save, or why there is none. */
export function TogetherOffer({ file, looked, alike, onPress }: TogetherOfferProps) {
  const left = file.rows.filter(({ at }) => !looked.filed.value.has(at));
  if (left.length === 0) return null;
  const why = whyNot(file, left, looked, alike);
  return (
    <p class="govuk-body">
      {why ? (
        t(`bring-in.together.not.${why}`)
      ) : (
        <Button kind="secondary" onPress={onPress}>
          {t('bring-in.together')}
        </Button>
      )}
    </p>
  );
}

/** Reason why no row can be filed with others; undefined also if the rows were not judged yet. */
function whyNot(
  file: BroughtIn,
  left: readonly BroughtRow[],
  { answers }: Looked,
  alike: Alike | undefined,
): 'columns' | 'rows' | undefined {
  if (unreadColumns(file).length > 0) return 'columns';
  const isPlain = left.some((row) => {
    const answer = answers.value.get(row.at);
    return (
      !needsALook(row) &&
      !file.opened.has(row.at) &&
      alike?.has(row.at) !== true &&
      (answer === undefined || countSeen(answer) === 0)
    );
  });
  return isPlain ? undefined : 'rows';
}
