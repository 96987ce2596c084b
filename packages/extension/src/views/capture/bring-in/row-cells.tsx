/** Cells of the list of a file: who is in a row, what is to be looked at, and who on record may be the same. */
import type { SeenAnswer } from '@cyber-prevent/core';
import { Button } from '../../../components/button.js';
import { t } from '../../../locales/late.js';
import { reasonWords, withBirthMeant } from '../review/person/seen-words.js';
import type { BroughtRow } from './brought-in.js';
import { countSeen } from './rows-to-file.js';
import type { Lack, Looked } from './use-looked.js';

export function NameOf({ row: { name } }: { row: BroughtRow }) {
  return name === undefined ? <em>{t('bring-in.no-name')}</em> : <strong dir="auto">{name}</strong>;
}

interface LookAtProps {
  row: BroughtRow;
  /** Places of the rows that may be about the same person. */
  alike: readonly string[] | undefined;
}

/** Points to look at in a row: each issue with the column it is in, and rows like it. */
export function LookAt({
  row: { at: place, issues, name, sameAs, referenceAs },
  alike = [],
}: LookAtProps) {
  const others = alike.filter((at) => at !== sameAs);
  const said = [
    ...(sameAs === undefined ? [] : [t('bring-in.same', { at: sameAs })]),
    ...(referenceAs === undefined ? [] : [t('bring-in.same-reference', { at: referenceAs })]),
    ...(others.length > 0 ? [t('bring-in.alike', { rows: placesOf(others) })] : []),
    ...(name === undefined ? [t('bring-in.no-name.what')] : []),
    ...issues.map(({ message, at }) =>
      at === undefined || at === place ? message : t('bring-in.issue-at', { at, message }),
    ),
  ];
  return said.length === 0 ? <>–</> : <Lines lines={said} />;
}

/** Most rows named in one sentence. */
const MOST_NAMED = 3;

function placesOf(places: readonly string[]): string {
  const more = places.length - MOST_NAMED;
  return EITHER.format([
    ...places.slice(0, MOST_NAMED),
    ...(more > 0 ? [t('bring-in.alike.more', { count: more })] : []),
  ]);
}

const EITHER = new Intl.ListFormat('en-GB', { type: 'disjunction' });

function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <ul class="cp-brought__issues">
      {lines.map((words) => (
        <li key={words}>{words}</li>
      ))}
    </ul>
  );
}

interface SeenCellProps {
  answer: SeenAnswer | undefined;
  lack: Lack | undefined;
  isDone: boolean;
}

/** Number of people on record who may be the person of a row, and why. */
export function SeenCell({ answer, lack, isDone }: SeenCellProps) {
  if (!answer) return <>{isDone ? '–' : t('bring-in.seen.looking')}</>;
  const count = countSeen(answer);
  if (count === 0) return <>{t(lack ? `bring-in.seen.none.${lack}` : 'bring-in.seen.none')}</>;
  const why = [...answer.people, ...answer.apart].flatMap(({ reasons, births }) =>
    reasons.map((reason) => withBirthMeant(reasonWords(reason), reason.said, births)),
  );
  return (
    <>
      {t('bring-in.seen.some', { count })}
      <Lines lines={[...new Set(why)]} />
    </>
  );
}

/** Says that people on record were looked at, or could not be. */
export function SeenLine({ looked: { answers, isLost, again } }: { looked: Looked }) {
  if (isLost.value)
    return (
      <p class="govuk-body">
        {t('bring-in.seen.lost')}{' '}
        <Button kind="link" onPress={again}>
          {t('bring-in.seen.again')}
        </Button>
      </p>
    );
  const isSeen = [...answers.value.values()].some((answer) => countSeen(answer) > 0);
  return isSeen ? <p class="govuk-body-s">{t('bring-in.seen.logged')}</p> : null;
}
