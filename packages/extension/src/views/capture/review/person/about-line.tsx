import {
  type DraftRow,
  type PlainDate,
  type SeenAnswer,
  type StoredRecord,
  writtenDate,
} from '@cyber-prevent/core';
import { Button } from '../../../../components/button.js';
import { t } from '../../../../locales/late.js';
import { type NamedPerson, takenPerson } from '../row/taken-person.js';

export interface AboutLineProps {
  /** Rows about the person chosen. */
  rows: readonly DraftRow[];
  about: 'new' | 'held';
  /** The person on record whom the officer has named; undefined while nobody is. */
  held: StoredRecord<'subject'> | undefined;
  /** People on record who may be the person of the draft. */
  found: SeenAnswer | undefined;
  /** The answer about them: `new`, `not-sure`, the id of a subject, or empty. */
  chosen: string;
  /** Leads to the comparison with them. */
  onCompare: () => void;
  /** Leads to the choice of the person. */
  onChange: () => void;
}

/** Names, next to the save, whom it puts on record or adds to; and leads to people who may be the same. */
export function AboutLine(props: AboutLineProps) {
  const { rows, about, held, found, chosen, onCompare, onChange } = props;
  const read = takenPerson(rows);
  const people = found?.people ?? [];
  const matched = people.find(({ person }) => person === chosen);
  const onRecord = about === 'held' ? held?.value : matched;
  const isOpen = about === 'new' && people.length > 0 && chosen === '';
  const isOther =
    onRecord !== undefined && read.name !== undefined && !isSameName(read.name, onRecord.name);
  return (
    <p class={`cp-about-line${isOpen ? ' cp-about-line--open' : ''}`}>
      <span dir="auto" class="cp-about-line__who">
        {onRecord
          ? heldWords(onRecord)
          : about === 'held'
            ? t('review.bar.nobody')
            : newWords(read, isOpen)}
      </span>{' '}
      {isOther && <span>{t('review.bar.page-names', { name: read.name ?? '' })}</span>}
      {chosen === 'not-sure' && about === 'new' && <span>{t('review.bar.not-sure')}</span>}{' '}
      {isOpen ? (
        <Button kind="link" onPress={onCompare}>
          {t('review.bar.compare', { count: people.length + (found?.moreCount ?? 0) })}
        </Button>
      ) : (
        <Button kind="link" about={t('review.bar.change.about')} onPress={onChange}>
          {t('review.bar.change')}
        </Button>
      )}
    </p>
  );
}

interface OnRecord {
  readonly name: string;
  readonly bornOn?: PlainDate | undefined;
}

function heldWords({ name, bornOn }: OnRecord): string {
  return bornOn
    ? t('review.bar.held.born', { name, date: writtenDate(bornOn) })
    : t('review.bar.held', { name });
}

function newWords({ name, born }: NamedPerson, isOpen: boolean): string {
  if (name === undefined) return t(isOpen ? 'review.bar.open.no-name' : 'review.bar.new.no-name');
  const who = born === undefined ? name : t('review.bar.who', { name, date: born });
  return t(isOpen ? 'review.bar.open' : 'review.bar.new', { name: who });
}

function isSameName(one: string, other: string): boolean {
  const folded = (name: string) => name.normalize('NFC').replace(/\s+/gu, ' ').trim().toLowerCase();
  return folded(one) === folded(other);
}
