import { type RecordId, type SubjectRow, wordsOf } from '@cyber-prevent/core';
import type { FindAnswer } from '@cyber-prevent/core/find';
import { useSignal } from '@preact/signals';
import { useEffect, useId, useMemo } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import { Button, ButtonGroup } from '../../../components/button.js';
import { Form } from '../../../components/form.js';
import { twinsOf } from '../../../components/list/twins.js';
import { TextInput } from '../../../components/text-input.js';
import { t } from '../../../locales/late.js';
import { foundRows } from '../../desk/find/found-rows.js';
import { useFound } from '../../desk/find/use-found.js';
import { whereWords } from '../../desk/find/where-words.js';
import { hasNamesake, knownBy } from '../../desk/known-by.js';
import { useRows } from '../../desk/list/use-rows.js';
import { subjectFinder } from '../../desk/subject-finder.js';
import { useSearchLog } from '../../desk/use-search-log.js';
import { useUnlogged } from '../../desk/use-unlogged.js';

interface FindSubjectProps {
  onChosen: (subject: { readonly id: RecordId; readonly name: string }) => void;
}

const NOBODY: readonly SubjectRow[] = [];
/** A longer name is quicker than a longer list. */
const MOST = 6;

/**
 * Finds the subject of the contact as the palette does: by a name, a reference or a handle, and by other words on record
 * only if nobody has them as one of these. Enter takes the only one found: never one of several, nor one who was not shown,
 * nor the only one where not everybody could be looked for.
 */
export function FindSubject({ onChosen }: FindSubjectProps) {
  const { router, services } = useApp();
  const today = services.today();
  const id = useId();
  const wanted = useSignal('');
  const isAsked = useSignal(false);
  const news = useRows('subjects');
  const find = useMemo(() => subjectFinder(), []);
  const all = news && 'rows' in news ? news.rows : NOBODY;
  const unlogged = useUnlogged(wanted.value);
  const isShut = unlogged.why !== undefined;
  const rows = useMemo(
    () => (isShut ? NOBODY : all.filter(({ isClosed }) => !isClosed)),
    [all, isShut],
  );
  const byName = useMemo(() => find(rows, wanted.value), [find, rows, wanted.value]);
  const { answers, why } = useFound([wanted.value], all, unlogged);
  const answer = isShut ? undefined : answers.get(wanted.value);
  const isSearch = wordsOf(wanted.value).length > 0 && !isShut && why === undefined;
  const isLooking = isSearch && answer === undefined;
  const found = useMemo(
    () => foundRows(rows, byName, answer && { ...answer, found: likeliest(answer, byName) }),
    [rows, byName, answer],
  );
  const shown = found.slice(0, MOST);
  /** The person shown when Enter came, before everybody was found. */
  const waiting = useSignal<{ readonly seen: RecordId | undefined } | undefined>(undefined);
  const log = useSearchLog(wanted.value, shown, unlogged);
  useEffect(() => document.getElementById(id)?.focus(), [id]);
  const choose = (row: SubjectRow | undefined): void => {
    isAsked.value = true;
    if (!row) return;
    log.opened();
    onChosen(row);
  };
  const isNothing = shown.length === 0;
  const people = found.map(({ row }) => row);
  const [first] = people;
  const isSeveral = first !== undefined && people.length > 1;
  const several = first && hasNamesake(first, people) ? t('find.several') : t('quick.who.several');
  const unsure = why === undefined ? undefined : t('quick.who.choose');
  const missing = isSeveral ? several : isNothing ? t('quick.who.missing') : unsure;
  // People with the same date of birth too are told apart as in every other choice.
  const twins = useMemo(() => twinsOf(all), [all]);
  const known = (row: SubjectRow): string => knownBy({ ...row, twin: twins.get(row.id) }, today);
  const submit = (): void => {
    if (isLooking) {
      waiting.value = { seen: first?.id };
      return;
    }
    isAsked.value = true;
    if (missing === undefined) choose(first);
  };
  useEffect(() => {
    if (isLooking || waiting.value === undefined) return;
    const { seen } = waiting.value;
    waiting.value = undefined;
    // Somebody else may be the only one by now: whoever was not on screen is not chosen.
    if (first === undefined || first.id === seen) submit();
  });
  return (
    <Form label={t('quick.who')} onSubmit={submit}>
      <TextInput
        id={id}
        label={t('quick.who')}
        hint={t('quick.who.hint')}
        error={
          unlogged.why === undefined
            ? isAsked.value
              ? missing
              : undefined
            : t('find.not-logged', { why: unlogged.why })
        }
        value={wanted.value}
        onValue={(text) => {
          wanted.value = text;
          isAsked.value = false;
          waiting.value = undefined;
        }}
      />
      <p role="status" class="govuk-body-s">
        {wanted.value.trim() === ''
          ? ''
          : isLooking && isNothing
            ? t('palette.looking')
            : why !== undefined && !isShut
              ? t('palette.not-looked', { why })
              : found.length > shown.length
                ? t('quick.found.more', { count: found.length })
                : t('subjects.found', { count: found.length })}
      </p>
      <ul class="govuk-list">
        {shown.map(({ row, places }) => (
          <li key={row.id}>
            <Button kind="link" about={known(row)} onPress={() => choose(row)}>
              {row.name}
            </Button>
            <span class="govuk-hint" aria-hidden="true">
              {' '}
              {known(row)}
            </span>
            {places.length > 0 && <p class="govuk-hint">{whereWords(places)}</p>}
          </li>
        ))}
      </ul>
      <ButtonGroup>
        <Button type="submit">{t('common.continue')}</Button>
        <Button kind="link" onPress={() => router.back()}>
          {t('common.cancel')}
        </Button>
      </ButtonGroup>
    </Form>
  );
}

/** Those whose own name, number or handle it is; others who have the words only if there are none, and errors last. */
function likeliest({ found }: FindAnswer, byName: readonly SubjectRow[]): FindAnswer['found'] {
  const own = found.filter(({ byIdentity }) => byIdentity === 'whole');
  if (byName.length > 0 || own.length > 0) return own;
  const whole = found.filter(({ how }) => how === 'whole');
  return whole.length > 0 ? whole : found.filter(({ how }) => how === 'near');
}
