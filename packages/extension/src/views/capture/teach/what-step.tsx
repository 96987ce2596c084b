import { FIELD_PATHS } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { Button, ButtonGroup } from '../../../components/button.js';
import { ErrorSummary } from '../../../components/error-summary.js';
import { Form } from '../../../components/form.js';
import { InsetText } from '../../../components/inset-text.js';
import { Radios } from '../../../components/radios.js';
import { Select } from '../../../components/select.js';
import { SummaryList } from '../../../components/summary-list.js';
import { t } from '../../../locales/late.js';
import type { TeachValue } from '../../../sandbox/teach-order.js';
import {
  choiceOf,
  choicesFor,
  fieldWords,
  rowChoiceOf,
  rowChoices,
  saidAs,
  saidOf,
} from './teaching.js';
import type { TeachingState } from './use-teaching.js';
import { written } from './value-list.js';

const WHAT = 'teach-what';
const ROWS = 'teach-rows';

/** Asks “What is this?” of one value, or first asks which of several was meant. */
export function WhatStep({
  state,
  picked,
}: {
  state: TeachingState;
  picked: readonly TeachValue[];
}) {
  const [first] = picked;
  const cancel = (): void => state.answer();
  useEffect(() => {
    void state.service.value?.show(first);
    return () => void state.service.value?.show(undefined);
  }, [first, state.service.value]);
  if (!first) return null;
  if (picked.length === 1)
    return <OneValue key={choiceKey(first)} state={state} value={first} onCancel={cancel} />;
  return (
    <>
      <h2 class="govuk-heading-m">{t('teach.what.which')}</h2>
      <ul class="govuk-list">
        {picked.map((value) => (
          <li key={choiceKey(value)}>
            <Button kind="secondary" onPress={() => state.change({ picked: [value] })}>
              {written(value)}: {value.text.slice(0, 80)}
            </Button>
          </li>
        ))}
      </ul>
      <Button kind="link" onPress={cancel}>
        {t('teach.what.cancel')}
      </Button>
    </>
  );
}

interface OneValueProps {
  state: TeachingState;
  value: TeachValue;
  onCancel: () => void;
}

function OneValue({ state, value, onCancel }: OneValueProps) {
  const { teaching } = state;
  const all = teaching.value?.said ?? [];
  const before = saidOf(all, value);
  const chosen = useSignal(choiceOf(before?.as) || suggested(value));
  const tried = useSignal(0);
  const rows = useSignal(rowChoiceOf(before?.as) || (value.isOfPeople ? 'person' : ''));
  const path = FIELD_PATHS.find((each) => `field:${each}` === chosen.value);
  const which = rowChoices(value, path, state.page.value?.values ?? []);
  const isWhich = which.some((each) => each.value === rows.value);
  const as = saidAs(
    chosen.value,
    value,
    which.length === 0 ? undefined : isWhich ? rows.value : '',
  );
  const isMissing = tried.value > 0 && chosen.value === '';
  const isRowMissing = tried.value > 0 && !isMissing && !as;
  const isTaken =
    as !== undefined &&
    'path' in as &&
    all.some((each) => each !== before && 'path' in each.as && each.as.path === as.path);
  const save = (): void => {
    tried.value += 1;
    if (as) state.answer({ value, as });
  };
  return (
    <>
      {(isMissing || isRowMissing) && (
        <ErrorSummary
          errors={[
            isMissing
              ? { message: t('teach.what.missing'), fieldId: WHAT }
              : { message: t('teach.rows.missing'), fieldId: ROWS },
          ]}
          check={tried.value}
        />
      )}
      <SummaryList
        rows={[
          {
            label: t('teach.what.label'),
            value: value.label === '' ? written({ ...value, owner: [] }) : value.label,
          },
          {
            label: t('teach.what.value'),
            value:
              value.text === '' ? (
                t('teach.box.empty')
              ) : (
                <span dir="auto">{value.text.slice(0, 400)}</span>
              ),
          },
          ...(value.owner.length > 0
            ? [{ label: t('teach.what.owner'), value: value.owner.join(', ') }]
            : []),
        ]}
      />
      {value.label === '' && <InsetText>{t('teach.what.no-label')}</InsetText>}
      <Form label={t('teach.what')} onSubmit={save}>
        <Select
          id={WHAT}
          label={t('teach.what.choose')}
          error={isMissing ? t('teach.what.missing') : undefined}
          choices={choicesFor(value)}
          value={chosen.value}
          onValue={(choice) => {
            chosen.value = choice;
          }}
        />
        {which.length > 0 && (
          <Radios
            id={ROWS}
            label={t('teach.rows')}
            legendSize="s"
            error={isRowMissing ? t('teach.rows.missing') : undefined}
            choices={which}
            value={rows.value}
            onValue={(choice) => {
              rows.value = choice;
            }}
          />
        )}
        {isTaken && as && 'path' in as && (
          <p class="govuk-body" role="status">
            {t('teach.what.taken', { label: fieldWords(as.path) })}
          </p>
        )}
        <ButtonGroup>
          <Button type="submit">{t('teach.what.save')}</Button>
          <Button kind="link" onPress={onCancel}>
            {t('teach.what.cancel')}
          </Button>
        </ButtonGroup>
      </Form>
    </>
  );
}

/** The toolkit's own suggestion, offered first; the officer decides. */
function suggested(value: TeachValue): string {
  if (value.suggested === undefined) return '';
  const choice = choicesFor(value).find((each) => each.value.endsWith(`:${value.suggested}`));
  return choice?.value ?? '';
}

function choiceKey({ frame, selector, label, text }: TeachValue): string {
  return [frame.join('.'), selector, label, text].join('|');
}
