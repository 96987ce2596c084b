import type { AnotherField, AnotherProof, ChangeProof } from '@cyber-prevent/core/teach';
import { Table } from '../../../components/table.js';
import { WarningText } from '../../../components/warning-text.js';
import { t } from '../../../locales/late.js';
import { ReadValues, short } from './read-values.js';
import { fieldWords } from './teaching.js';

export interface ChangesPanelProps {
  changes: ChangeProof;
  others: readonly AnotherProof[];
}

/** Outcome of the adapter after changes of the system, and on other records of the screen. */
export function ChangesPanel({ changes, others }: ChangesPanelProps) {
  return (
    <>
      <h2 class="govuk-heading-m">{t('teach.changes')}</h2>
      {changes.misread.length === 0 ? (
        <p class="govuk-body">{t('teach.changes.none', { count: changes.tried })}</p>
      ) : (
        changes.misread.map(({ path, change, text, isTaken }) => (
          <WarningText key={`${path} ${change} ${text}`}>
            {t(isTaken ? 'teach.changes.taken' : 'teach.changes.offered', {
              label: fieldWords(path),
              change: t(`teach.change.${change}`),
              text: short(text),
            })}
          </WarningText>
        ))
      )}
      <h2 class="govuk-heading-m">{t('teach.another-record')}</h2>
      {others.length === 0 ? (
        <p class="govuk-body">{t('teach.another-record.none')}</p>
      ) : (
        <p class="govuk-body">{t('teach.another-record.look')}</p>
      )}
      {others.map(({ title, fields }, nth) => (
        <Table
          key={`${nth} ${title}`}
          caption={title}
          stacks
          rows={fields}
          keyOf={({ path }) => path}
          empty={t('teach.prove.nothing')}
          columns={[
            { key: 'field', heading: t('teach.prove.field'), cell: ({ path }) => fieldWords(path) },
            { key: 'reads', heading: t('teach.prove.reads'), cell: Reads },
          ]}
        />
      ))}
    </>
  );
}

function Reads({ reads, saidToBe }: AnotherField) {
  if (reads.length === 0) return <>{t('teach.prove.nothing')}</>;
  return (
    <>
      <ReadValues reads={reads} />
      {saidToBe.map(({ text, path }, nth) => (
        <p key={`${nth} ${text}`} class="govuk-body-s">
          {t('teach.prove.said-to-be', { text: short(text), label: fieldWords(path) })}
        </p>
      ))}
    </>
  );
}
