import {
  atWords,
  type Draft,
  type DraftRow,
  type FieldPath,
  kindsIn,
  personDoubt,
  type SeenAnswer,
  type StoredRecord,
  wordsAsked,
} from '@cyber-prevent/core';
import type { Signal } from '@preact/signals';
import { Button } from '../../../../components/button.js';
import { ConfirmPanel } from '../../../../components/confirm-panel.js';
import { t } from '../../../../locales/late.js';
import { useTwinWords } from '../../../case/use-twin-words.js';
import { conditionControl } from '../answer-control.js';
import { NAME_BOX } from '../issue-control.js';
import { isSameName } from '../row/draft-person.js';
import { type NamedPerson, takenPerson } from '../row/taken-person.js';
import { doubtQuestion, doubtWords, whoWords } from './doubt-words.js';
import { personKey } from './person-key.js';
import type { Seen } from './use-seen.js';

export interface AboutLineProps {
  draft: Draft;
  /** Rows about the person chosen. */
  rows: readonly DraftRow[];
  about: 'new' | 'held';
  /** The person on record whom the officer has named; undefined while nobody is. */
  held: StoredRecord<'subject'> | undefined;
  /** People on record who may be the person of the draft. */
  found: SeenAnswer | undefined;
  /** The answer about them: `new`, `not-sure`, the id of a subject, or empty. */
  chosen: string;
  /** The question of the save whether the person is meant, and the differences decided. */
  seen: Pick<Seen, 'pair' | 'agreed' | 'same' | 'stands' | 'compared' | 'isLost'>;
  /** A name typed and not added yet, which the save takes too. */
  typed: Signal<string>;
  /** Saves on the person chosen all the same. */
  onAgree: () => void;
  /** Leads to the comparison with them. */
  onCompare: () => void;
  /** Leads to the choice of the person. */
  onChange: () => void;
}

/** Names, next to the save, whom it puts on record or adds to; and leads to people who may be the same. */
export function AboutLine(props: AboutLineProps) {
  const { draft, rows, about, held, found, chosen, seen } = props;
  const { onAgree, onCompare, onChange, typed } = props;
  const read = takenPerson(rows);
  const people = found?.people ?? [];
  const matched = people.find(({ person }) => person === chosen);
  const onRecord = about === 'held' ? held?.value : matched;
  const heldId = about === 'held' ? held?.id : matched?.person;
  const twinWords = useTwinWords(onRecord !== undefined);
  const heldName = onRecord && heldId ? twinWords(heldId, whoWords(onRecord)) : '';
  const record = about === 'held' ? held : matched && seen.same.value;
  const doubt =
    record && personDoubt(draft, record, people, Object.keys(seen.stands.value) as FieldPath[]);
  // Until the comparison has come, nobody can say that the person is new.
  const isCompared = seen.compared.value === personKey(draft);
  const isOpen = about === 'new' && isCompared && people.length > 0 && chosen === '';
  const isNew: Newness = isOpen
    ? 'open'
    : isCompared
      ? 'new'
      : seen.isLost.value
        ? 'not-compared'
        : 'looking';
  const isOther =
    onRecord !== undefined &&
    read.name !== undefined &&
    !isSameName(read.name, onRecord.name) &&
    // The doubt names it itself.
    !doubt?.names.includes(read.name);
  const isUnsure = chosen === 'not-sure' && about === 'new';
  const isNamed =
    about === 'held' ||
    matched !== undefined ||
    read.name !== undefined ||
    typed.value.trim() !== '';
  // The words about the person are then a sentence before another.
  const isFollowed = isOther || doubt !== undefined || isUnsure;
  const line = (
    <>
      <p class={`cp-about-line${isOpen ? ' cp-about-line--open' : ''}`}>
        <span dir="auto" class="cp-about-line__who">
          {onRecord
            ? t('review.bar.held', { name: heldName })
            : about === 'held'
              ? t('review.bar.nobody')
              : newWords(read, isNew)}
        </span>
        {isFollowed && '.'}{' '}
        {isOther && (
          <>
            <span>{t('review.bar.page-names', { name: read.name ?? '' })}</span>{' '}
          </>
        )}
        {doubt && (
          <>
            <strong>{doubtWords(doubt).join(' ')}</strong>{' '}
          </>
        )}
        {isUnsure && (
          <>
            <span>{t('review.bar.not-sure')}</span>{' '}
          </>
        )}
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
      <BeforeSave draft={draft} isNamed={isNamed} />
    </>
  );
  if (!doubt || !onRecord || seen.pair.value === '') return line;
  return (
    <>
      {line}
      <ConfirmPanel
        heading={doubtQuestion(doubt, onRecord)}
        confirm={t('review.bar.other.add', { held: heldName })}
        grave
        onConfirm={() => {
          seen.agreed.value = seen.pair.value;
          seen.pair.value = '';
          onAgree();
        }}
        onCancel={() => {
          seen.pair.value = '';
        }}
      />
    </>
  );
}

/** Says before the press what the save would stop at, each with the way to it. */
function BeforeSave({ draft, isNamed }: { draft: Draft; isNamed: boolean }) {
  const missing = [
    ...(isNamed ? [] : [{ id: NAME_BOX, words: t('review.bar.name-first') }]),
    ...wordsAsked(draft)
      .filter(({ answer }) => answer === undefined)
      .map((asked) => ({
        id: conditionControl(atWords(asked)),
        words: t('review.bar.words-first', { kinds: kindsIn(asked.kinds) }),
      })),
  ];
  if (missing.length === 0) return null;
  return (
    <p class="cp-about-line">
      {t('review.bar.first')}{' '}
      {missing.map(({ id, words }, nth) => (
        <span key={id}>
          {nth > 0 && ', '}
          <Button kind="link" onPress={() => document.getElementById(id)?.focus()}>
            {words}
          </Button>
        </span>
      ))}
    </p>
  );
}

/** Open: people on record may be meant, and nobody has said yet. */
type Newness = 'new' | 'open' | 'looking' | 'not-compared';

function newWords({ name, born }: NamedPerson, isNew: Newness): string {
  if (name === undefined) return t(`review.bar.${isNew}.no-name`);
  const who = born === undefined ? name : t('review.bar.who', { name, date: born });
  return t(`review.bar.${isNew}`, { name: who });
}
