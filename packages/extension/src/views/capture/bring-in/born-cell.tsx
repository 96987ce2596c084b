import { type FileDate, writtenDate } from '@cyber-prevent/core';
import { t } from '../../../locales/late.js';

/** Each date of birth of a row: the day that it is read as, and the text in the file. */
export function BornCell({ born }: { born: readonly FileDate[] }) {
  if (born.length === 0) return <>–</>;
  return (
    <>
      {born.map((date) => (
        <div key={date.index} dir="auto">
          {birthWords(date)}
        </div>
      ))}
    </>
  );
}

function birthWords({ day, either, written }: FileDate): string {
  const text = written.trim();
  if (either)
    return t('bring-in.born.either', {
      one: writtenDate(either.dayFirst),
      other: writtenDate(either.monthFirst),
      written: text,
    });
  if (day === undefined) return t('bring-in.born.unread', { written: text });
  const date = writtenDate(day);
  return date === text ? date : t('bring-in.born.read', { date, written: text });
}
