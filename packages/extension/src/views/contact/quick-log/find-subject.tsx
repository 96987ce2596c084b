import type { RecordId, SubjectRow } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useEffect, useId, useMemo } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import { Button, ButtonGroup } from '../../../components/button.js';
import { Form } from '../../../components/form.js';
import { twinsOf } from '../../../components/list/twins.js';
import { TextInput } from '../../../components/text-input.js';
import { t } from '../../../locales/late.js';
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

/** Finds the subject of the contact by letters of a name or reference. Enter takes the only one found, never one of several. */
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
  const found = useMemo(() => find(rows, wanted.value), [find, rows, wanted.value]);
  const shown = found.slice(0, MOST);
  const log = useSearchLog(wanted.value, shown, unlogged);
  useEffect(() => document.getElementById(id)?.focus(), [id]);
  const choose = (row: SubjectRow | undefined): void => {
    isAsked.value = true;
    if (!row) return;
    log.opened();
    onChosen(row);
  };
  const isNothing = shown.length === 0;
  const [first] = shown;
  const isSeveral = first !== undefined && found.length > 1;
  const several = first && hasNamesake(first, found) ? t('find.several') : t('quick.who.several');
  const missing = isSeveral ? several : isNothing ? t('quick.who.missing') : undefined;
  // People with the same date of birth too are told apart as in every other choice.
  const twins = useMemo(() => twinsOf(all), [all]);
  const known = (row: SubjectRow): string => knownBy({ ...row, twin: twins.get(row.id) }, today);
  const submit = (): void => {
    isAsked.value = true;
    if (!isSeveral) choose(first);
  };
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
        }}
      />
      <p role="status" class="govuk-body-s">
        {wanted.value.trim() === ''
          ? ''
          : found.length > shown.length
            ? t('quick.found.more', { count: found.length })
            : t('subjects.found', { count: found.length })}
      </p>
      <ul class="govuk-list">
        {shown.map((row) => (
          <li key={row.id}>
            <Button kind="link" about={known(row)} onPress={() => choose(row)}>
              {row.name}
            </Button>
            <span class="govuk-hint" aria-hidden="true">
              {' '}
              {known(row)}
            </span>
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
