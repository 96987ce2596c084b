/** Filters of a list: those in force as chips that can be taken off, and a panel that sets them. */
import {
  type FilterChoice,
  filterChoices,
  type GoneChoice,
  type ListFields,
  type ListQuery,
  withFilter,
} from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useId, useMemo } from 'preact/hooks';
import { t } from '../../locales/late.js';
import { Button } from '../button.js';
import { Checkboxes } from '../checkboxes.js';
import { Form } from '../form.js';
import { Select } from '../select.js';
import type { ListFacet } from './list-column.js';

export interface ListFiltersProps<Row> {
  facets: readonly ListFacet[];
  fields: ListFields<Row>;
  rows: readonly Row[];
  /** As it was asked, with choices that have gone. */
  query: ListQuery;
  gone: readonly GoneChoice[];
  onQuery: (query: ListQuery) => void;
}

export function ListFilters<Row>(props: ListFiltersProps<Row>) {
  const { facets, fields, rows, query, gone, onQuery } = props;
  const isOpen = useSignal(false);
  const of = useSignal(facets[0]?.key ?? '');
  const panel = useId();
  const facet = facets.find(({ key }) => key === of.value) ?? facets[0];
  const filter = facet && fields[facet.key]?.filter;
  const choices = useMemo(
    () => (isOpen.value && filter ? filterChoices(filter, rows) : []),
    [isOpen.value, filter, rows],
  );
  if (!facet) return null;
  const isGone = (key: string, code: string): boolean =>
    gone.some((each) => each.key === key && (each.code === undefined || each.code === code));
  const set = facets.flatMap((each) =>
    (query.facets[each.key] ?? []).flatMap((code) =>
      isGone(each.key, code) ? [] : [{ facet: each, code }],
    ),
  );
  const chosen = query.facets[facet.key] ?? [];
  return (
    <div class="cp-filters cp-no-print">
      <ul class="cp-filters__chips" aria-label={t('list.filters.set')}>
        {set.map(({ facet: { key, label, words }, code }) => (
          <li key={`${key} ${code}`}>
            <button
              type="button"
              class="cp-chip"
              onClick={() =>
                onQuery(
                  withFilter(
                    query,
                    key,
                    (query.facets[key] ?? []).filter((each) => each !== code),
                  ),
                )
              }
            >
              <span class="govuk-visually-hidden">{t('list.filters.take-off')} </span>
              {t('list.filters.chip', { filter: label, choice: words(code) })}
              <span aria-hidden="true"> ×</span>
            </button>
          </li>
        ))}
        <li>
          <button
            type="button"
            class="cp-chip cp-chip--add"
            aria-expanded={isOpen.value}
            aria-controls={panel}
            onClick={() => {
              isOpen.value = !isOpen.value;
            }}
          >
            {t('list.filters.add')}
          </button>
        </li>
      </ul>
      <GoneNotice facets={facets} query={query} gone={gone} onQuery={onQuery} />
      <div id={panel} class="cp-filters__panel" hidden={!isOpen.value}>
        {isOpen.value && (
          <Form label={t('list.filters.add')}>
            <Select
              label={t('list.filters.by')}
              none={false}
              choices={facets.map(({ key, label }) => ({ value: key, label }))}
              value={facet.key}
              onValue={(value) => {
                of.value = value;
              }}
            />
            <Checkboxes
              key={facet.key}
              label={facet.label}
              choices={offeredNow(choices, chosen).map(({ code, count }) => ({
                value: code,
                label: t('list.filters.count', { choice: facet.words(code), count }),
              }))}
              value={chosen}
              onValue={(value) => onQuery(withFilter(query, facet.key, value))}
            />
          </Form>
        )}
      </div>
    </div>
  );
}

/** Choices that find somebody, and those that are chosen. */
function offeredNow(
  choices: readonly FilterChoice[],
  chosen: readonly string[],
): readonly FilterChoice[] {
  return choices.filter(({ code, count }) => count > 0 || chosen.includes(code));
}

interface GoneNoticeProps {
  facets: readonly ListFacet[];
  query: ListQuery;
  gone: readonly GoneChoice[];
  onQuery: (query: ListQuery) => void;
}

/** Says which filters no longer mean anything: they are left out, so that nobody is hidden by them. */
function GoneNotice({ facets, query, gone, onQuery }: GoneNoticeProps) {
  if (gone.length === 0) return null;
  const named = gone.map(({ key, code }) => {
    const facet = facets.find((each) => each.key === key);
    const codes = code === undefined ? (query.facets[key] ?? []) : [code];
    const label = facet?.label ?? key;
    return codes
      .map((each) => t('list.filters.chip', { filter: label, choice: facet?.words(each) ?? each }))
      .join(', ');
  });
  const without = (): ListQuery =>
    gone.reduce(
      (left, { key, code }) =>
        withFilter(
          left,
          key,
          code === undefined ? [] : (left.facets[key] ?? []).filter((each) => each !== code),
        ),
      query,
    );
  return (
    <p class="govuk-body-s cp-filters__gone" role="alert">
      {t('list.filters.gone', { what: named.join('; ') })}{' '}
      <Button kind="link" onPress={() => onQuery(without())}>
        {t('list.filters.gone.take-off')}
      </Button>
    </p>
  );
}
