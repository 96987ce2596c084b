import { writtenDate } from '@cyber-prevent/core';
import { Details } from '../../../components/details.js';
import { Table } from '../../../components/table.js';
import { t } from '../../../locales/late.js';
import type {
  ChangedSaid,
  EntriesSaid,
  MemberChanged,
  PackChangeRow,
} from '../../../ports/packs.js';
import { definitionWords, fromWords, sourceWords } from '../../case/definition-words.js';
import { replacedWords } from './pack-words.js';

/** The changes of a pack, definition by definition, each with its entries in words. */
export function ChangeTable({ changes }: { changes: readonly PackChangeRow[] }) {
  return (
    <Table
      caption={t('take-pack.changes')}
      captionHidden
      stacks="early"
      empty=""
      rows={changes}
      keyOf={({ change, definition: { kind, id, version } }) =>
        `${change} ${kind} ${id} ${version}`
      }
      columns={[
        {
          key: 'definition',
          heading: t('packs.definition'),
          cell: ({ definition }) => definitionWords(definition),
        },
        {
          key: 'kind',
          heading: t('packs.kind'),
          cell: ({ definition }) => t(`packs.kind.${definition.kind}`),
        },
        { key: 'change', heading: t('take-pack.change'), cell: changeWords },
        {
          key: 'now',
          heading: t('take-pack.now'),
          cell: ({ before }) => (before ? replacedWords(before) : t('packs.displaced.none')),
        },
        {
          key: 'standing',
          heading: t('packs.standing'),
          cell: ({ definition }) => t(`packs.standing.${definition.standing}`),
        },
        {
          key: 'source',
          heading: t('packs.source'),
          cell: ({ definition }) => sourceWords(definition),
        },
        { key: 'entries', heading: t('take-pack.details'), cell: (row) => <Entries row={row} /> },
      ]}
    />
  );
}

function changeWords({ change, from, instead, definition }: PackChangeRow): string {
  return [
    change === 'kept'
      ? t('take-pack.change.kept', { version: definition.pack?.version ?? 1 })
      : t(`take-pack.change.${change}`),
    ...(from === undefined ? [] : [t('take-pack.starts', { date: writtenDate(from) })]),
    ...(instead
      ? [
          t('take-pack.instead', {
            title: instead.title,
            version: instead.version,
            from: fromWords(instead),
          }),
        ]
      : []),
  ].join('. ');
}

function Entries({ row }: { row: PackChangeRow }) {
  const { added, removed, changed, outranked, definition, gone } = row;
  const all = [
    [t('take-pack.added'), added],
    [t('take-pack.removed'), removed],
    [t('take-pack.changed'), changed],
    [t('take-pack.outranked'), outranked],
  ] as const;
  const lines = all.filter(([, { count }]) => count > 0);
  if (lines.length === 0) return <>{t('packs.displaced.none')}</>;
  return (
    <Details
      summary={lines.map(([what, { count }]) => `${what}: ${count}`).join('. ')}
      about={definition.title}
    >
      {lines.map(([what, said]) =>
        'words' in said ? (
          <p key={what} class="govuk-body">
            {entriesWords(what, said)}
          </p>
        ) : (
          <ChangedEntries key={what} changed={said} />
        ),
      )}
      {gone && <p class="govuk-body">{t('take-pack.gone-in-use', { count: gone.records })}</p>}
    </Details>
  );
}

function ChangedEntries({ changed: { count, entries } }: { changed: ChangedSaid }) {
  const left = count - entries.length;
  return (
    <>
      <p class="govuk-body">{t('take-pack.changed')}</p>
      <ul class="govuk-list govuk-list--bullet">
        {entries.map(({ words, was, members }) => (
          <li key={words}>
            {[
              was === undefined ? words : t('take-pack.was', { now: words, was }),
              ...members.map(memberWords),
            ].join('. ')}
          </li>
        ))}
        {left > 0 && <li>{t('take-pack.more', { count: left })}</li>}
      </ul>
    </>
  );
}

function memberWords({ name, was, now }: MemberChanged): string {
  if (was === undefined || now === undefined) return t('take-pack.member.long', { name });
  if (was === null) return t('take-pack.member.added', { name, now: now ?? '' });
  if (now === null) return t('take-pack.member.removed', { name, was });
  return t('take-pack.member', { name, now, was });
}

function entriesWords(what: string, { count, words }: EntriesSaid): string {
  const left = count - words.length;
  const said = words.join('; ');
  return left > 0
    ? t('take-pack.said.more', { what, words: said, count: left })
    : t('take-pack.said', { what, words: said });
}
