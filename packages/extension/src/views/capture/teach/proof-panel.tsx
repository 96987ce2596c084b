import type { AdapterProof, ProvedField } from '@cyber-prevent/core/teach';
import { Table } from '../../../components/table.js';
import { Tag } from '../../../components/tag.js';
import { WarningText } from '../../../components/warning-text.js';
import { t } from '../../../locales/late.js';
import { ReadValues, short } from './read-values.js';
import { fieldWords } from './teaching.js';

/** Each field with its current reading, and the anchors by which the screen is recognised. */
export function ProofPanel({ proof }: { proof: AdapterProof }) {
  const { fields, of } = proof.proved;
  const { found, of: anchors } = proof.anchors;
  return (
    <>
      {!proof.isChosen && <WarningText>{t('teach.prove.not-chosen')}</WarningText>}
      {fields === of ? (
        <p class="govuk-body">
          <strong>{t('teach.prove.all', { count: of })}</strong>
        </p>
      ) : (
        <WarningText>{t('teach.prove.some', { fields, of })}</WarningText>
      )}
      <p class="govuk-body">{t('teach.prove.anchors', { found, of: anchors })}</p>
      {proof.drift.map(({ code, message }) => (
        <WarningText key={code + message}>{message}</WarningText>
      ))}
      <h2 class="govuk-heading-m">{t('teach.prove.caption')}</h2>
      <Table
        caption={t('teach.prove.caption')}
        captionHidden
        stacks
        rows={proof.fields}
        keyOf={({ path }) => path}
        empty={t('teach.prove.nothing')}
        columns={[
          { key: 'field', heading: t('teach.prove.field'), cell: ({ path }) => fieldWords(path) },
          {
            key: 'reads',
            heading: t('teach.prove.reads'),
            cell: ({ reads, pointedAt }) =>
              reads.length === 0 ? (
                t(isEmptyBox(pointedAt) ? 'teach.prove.empty' : 'teach.prove.nothing')
              ) : (
                <ReadValues reads={reads} />
              ),
          },
          { key: 'outcome', heading: t('teach.prove.outcome'), cell: Outcome },
        ]}
      />
    </>
  );
}

function Outcome(field: ProvedField) {
  const { isEqual, missed, alsoTakes, inConflictWith, people, ofOthers, saidToBe } = field;
  const others = new Set(ofOthers);
  return (
    <>
      <Tag colour={isEqual ? 'green' : 'yellow'}>
        {t(isEqual ? 'teach.prove.equal' : 'teach.prove.differs')}
      </Tag>
      {missed.map((text) => (
        <p key={`m${text}`} class="govuk-body-s">
          {t('teach.prove.missed', { text: short(text) })}
        </p>
      ))}
      {people > 0 && <p class="govuk-body-s">{t('teach.prove.people', { count: people })}</p>}
      {ofOthers.map((text, nth) => (
        <p key={`o${nth} ${text}`} class="govuk-body-s">
          {t('teach.prove.others', { text: short(text) })}
        </p>
      ))}
      {saidToBe.map(({ text, path }, nth) => (
        <p key={`s${nth} ${text}`} class="govuk-body-s">
          {t('teach.prove.said-to-be', { text: short(text), label: fieldWords(path) })}
        </p>
      ))}
      {(people > 0 ? [] : alsoTakes.filter((text) => !others.has(text))).map((text, nth) => (
        <p key={`a${nth} ${text}`} class="govuk-body-s">
          {t('teach.prove.also', { text: short(text) })}
        </p>
      ))}
      {inConflictWith.map((path) => (
        <p key={path} class="govuk-body-s">
          {t('teach.prove.conflict', { label: fieldWords(path) })}
        </p>
      ))}
    </>
  );
}

function isEmptyBox(pointedAt: ProvedField['pointedAt']): boolean {
  return pointedAt.length > 0 && pointedAt.every((text) => text === '');
}
