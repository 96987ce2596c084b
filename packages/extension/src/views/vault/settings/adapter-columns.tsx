/** Acts offered in the list of adapters. */
import { type CodeLists, codeLabel, type PlainDate, writtenDate } from '@cyber-prevent/core';
import type { ComponentChildren } from 'preact';
import { Button } from '../../../components/button.js';
import type { Column } from '../../../components/table.js';
import { writtenMoment } from '../../../components/written-value.js';
import { t } from '../../../locales/late.js';
import type { ListedAdapter } from '../../../ports/services.js';

export interface AdapterActs {
  readonly remove: (id: string) => Promise<void>;
  readonly switchOff: (listed: ListedAdapter, isOff: boolean) => Promise<void>;
  readonly give: (listed: ListedAdapter) => Promise<void>;
}

export function adapterColumns(
  acts: AdapterActs,
  lists: CodeLists,
): readonly Column<ListedAdapter>[] {
  return [
    {
      key: 'title',
      heading: t('adapters.title'),
      cell: ({ adapter: { title, id } }) => (
        <>
          {title} <span class="govuk-hint">{id}</span>
        </>
      ),
    },
    { key: 'version', heading: t('adapters.version'), cell: versionWords },
    {
      key: 'known',
      heading: t('adapters.known'),
      cell: (listed) => (
        <ul class="govuk-list cp-acts">
          {knownOf(listed, lists).map(([label, value]) => (
            <li key={label}>
              <span class="cp-known">{label}:</span> <span>{value}</span>
            </li>
          ))}
        </ul>
      ),
    },
    {
      key: 'acts',
      heading: t('adapters.acts'),
      cell: (listed) => <Acts listed={listed} acts={acts} />,
    },
  ];
}

function knownOf(
  listed: ListedAdapter,
  lists: CodeLists,
): readonly (readonly [label: string, value: string])[] {
  const { adapter, from, file } = listed;
  return [
    [t('adapters.owner'), adapter.owner],
    [
      t('adapters.from'),
      file?.by
        ? t('adapters.from.signed', {
            name: file.by.name,
            force: codeLabel(lists, 'force', file.by.force),
          })
        : t(`adapters.from.${from}`),
    ],
    [t('adapters.proved'), provedWords(listed)],
    [t('adapters.seen'), seenWords(listed)],
    [
      t('adapters.expires'),
      adapter.expires ? writtenDate(adapter.expires as PlainDate) : t('adapters.never'),
    ],
  ];
}

function versionWords({ adapter: { version }, isOff, isOffHere, isInUse }: ListedAdapter): string {
  if (isOff) return `${version} ${t('adapters.off')}`;
  if (isOffHere) return `${version} ${t('adapters.off-here')}`;
  return isInUse ? version : `${version} ${t('adapters.not-in-use')}`;
}

function provedWords({ from, file }: ListedAdapter): string {
  if (from !== 'file') return t(`adapters.proved.${from}`);
  if (!file?.hasFile) return t('adapters.proved.none');
  const { at, message } = file.proved;
  return t('adapters.proved.at', { date: writtenMoment(at), message });
}

function seenWords({ seen }: ListedAdapter): string {
  if (!seen) return t('adapters.seen.never');
  const { found, of } = seen.anchors;
  const date = writtenMoment(seen.at);
  const anchors =
    found === of
      ? t('adapters.seen.all', { date, of })
      : t('adapters.seen.drift', { date, found, of });
  if (seen.fellBack === 0) return `${anchors}.`;
  return `${anchors}. ${t('adapters.seen.fell-back', { count: seen.fellBack })}`;
}

function Acts({ listed, acts }: { listed: ListedAdapter; acts: AdapterActs }): ComponentChildren {
  const { adapter, from, isOff, isOffHere } = listed;
  const { id, title, version } = adapter;
  return (
    <ul class="govuk-list cp-acts">
      <li>
        <Button kind="link" about={title} onPress={() => void acts.give(listed)}>
          {t('adapters.export')}
        </Button>
      </li>
      {!isOff && (
        <li>
          <Button kind="link" about={title} onPress={() => void acts.switchOff(listed, !isOffHere)}>
            {t(isOffHere ? 'adapters.switch-on' : 'adapters.switch-off', { version })}
          </Button>
        </li>
      )}
      {from === 'file' && (
        <li>
          <Button kind="link" about={title} onPress={() => void acts.remove(id)}>
            {t('adapters.remove')}
          </Button>
        </li>
      )}
    </ul>
  );
}
