/** The adapters, each folded to its name and version; one that needs a look is open. */
import { type CodeLists, codeLabel, type PlainDate, writtenDate } from '@cyber-prevent/core';
import { useRef } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import { Button, ButtonGroup } from '../../../components/button.js';
import { SummaryList, type SummaryRow } from '../../../components/summary-list.js';
import { writtenMoment } from '../../../components/written-moment.js';
import { t } from '../../../locales/late.js';
import type { ListedAdapter } from '../../../ports/services.js';
import { needsLook } from './use-adapters.js';

export interface AdapterActs {
  readonly remove: (id: string) => Promise<void>;
  readonly switchOff: (listed: ListedAdapter, isOff: boolean) => Promise<void>;
  readonly give: (listed: ListedAdapter) => Promise<void>;
}

export interface AdapterListProps {
  listed: readonly ListedAdapter[];
  acts: AdapterActs;
}

export function AdapterList({ listed, acts }: AdapterListProps) {
  const isNamesake = ({ adapter: { id, title } }: ListedAdapter): boolean =>
    listed.some(({ adapter: other }) => other.title === title && other.id !== id);
  if (listed.length === 0) return <p class="govuk-body">{t('adapters.none')}</p>;
  return (
    <ul class="govuk-list cp-adapters" aria-label={t('adapters.heading')}>
      {listed.map((each) => (
        <AdapterItem
          key={keyOf(each)}
          listed={each}
          acts={acts}
          id={isNamesake(each) ? each.adapter.id : undefined}
        />
      ))}
    </ul>
  );
}

interface AdapterItemProps {
  listed: ListedAdapter;
  acts: AdapterActs;
  /** Tells it from another of the same title. */
  id: string | undefined;
}

function AdapterItem({ listed, acts, id }: AdapterItemProps) {
  const { services } = useApp();
  // Decided once: an act on the adapter does not fold it up under the officer's hand.
  const isOpen = useRef(needsLook(listed, services.today()));
  return (
    <li>
      <details class="govuk-details cp-adapters__one" open={isOpen.current}>
        <summary class="govuk-details__summary">
          <span class="govuk-details__summary-text">{listed.adapter.title}</span>{' '}
          <span class="cp-adapters__version">{versionWords(listed)}</span>{' '}
          {id && <span class="cp-adapters__version">{id}</span>}
        </summary>
        <div class="govuk-details__text">
          <SummaryList plain rows={knownOf(listed, services.lists)} />
          <Acts listed={listed} acts={acts} />
        </div>
      </details>
    </li>
  );
}

const keyOf = ({ adapter: { id, version }, from }: ListedAdapter): string =>
  `${from} ${id} ${version}`;

function knownOf(listed: ListedAdapter, lists: CodeLists): readonly SummaryRow[] {
  const { adapter, from, file } = listed;
  return [
    { label: t('adapters.id'), value: adapter.id },
    { label: t('adapters.owner'), value: adapter.owner },
    {
      label: t('adapters.from'),
      value: file?.by
        ? t('adapters.from.signed', {
            name: file.by.name,
            force: codeLabel(lists, 'force', file.by.force),
          })
        : t(`adapters.from.${from}`),
    },
    { label: t('adapters.proved'), value: provedWords(listed) },
    { label: t('adapters.seen'), value: seenWords(listed) },
    {
      label: t('adapters.expires'),
      value: adapter.expires ? writtenDate(adapter.expires as PlainDate) : t('adapters.never'),
    },
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

function Acts({ listed, acts }: { listed: ListedAdapter; acts: AdapterActs }) {
  const { adapter, from, isOff, isOffHere } = listed;
  const { id, title, version } = adapter;
  return (
    <ButtonGroup>
      <Button kind="link" about={title} onPress={() => void acts.give(listed)}>
        {t('adapters.export')}
      </Button>
      {!isOff && (
        <Button kind="link" about={title} onPress={() => void acts.switchOff(listed, !isOffHere)}>
          {t(isOffHere ? 'adapters.switch-on' : 'adapters.switch-off', { version })}
        </Button>
      )}
      {from === 'file' && (
        <Button kind="link" about={title} onPress={() => void acts.remove(id)}>
          {t('adapters.remove')}
        </Button>
      )}
    </ButtonGroup>
  );
}
