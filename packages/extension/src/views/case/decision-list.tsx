import {
  type CodeLists,
  codeLabel,
  type DecisionRecord,
  MATTER_FIELDS,
  type StoredRecord,
  standingDecision,
  writtenDate,
} from '@cyber-prevent/core';
import { useApp, useOpenVault } from '../../app/app.js';
import { RecordDetails } from '../../components/record-details.js';
import { Tag } from '../../components/tag.js';
import { t } from '../../locales/late.js';
import { NDM_BOXES } from './ndm-boxes.js';
import { outcomeWords } from './outcomes.js';
import { ReviewStanding } from './review-standing.js';

const SHOWN = ['reasonCodes', 'reason', ...MATTER_FIELDS, 'keptBecause', ...NDM_BOXES] as const;

/** Every decision, the current one first. A replaced decision stays in sight. */
export function DecisionList({ decisions }: { decisions: readonly StoredRecord<'decision'>[] }) {
  const { lists } = useApp().services;
  const { officer } = useOpenVault();
  if (decisions.length === 0) return <p class="govuk-body">{t('decide.none')}</p>;
  const replaced = new Set(decisions.map(({ value }) => value.replaces));
  const standing = standingDecision(decisions);
  const later = decisions.filter((each) => each !== standing).toReversed();
  return (
    <>
      {[...(standing ? [standing] : []), ...later].map((each) => (
        <div key={each.id} class="cp-record">
          <h3 class="govuk-heading-s">
            {t('decide.heading', {
              outcome: outcomeWords(each.value, (code) =>
                codeLabel(lists, 'decision-outcome', code, each.value.decidedOn),
              ),
              date: writtenDate(each.value.decidedOn),
            })}{' '}
            {replaced.has(each.id) && <Tag>{t('decide.replaced')}</Tag>}
          </h3>
          <p class="govuk-body-s">
            {each.updatedBy === officer.id
              ? t('decide.by', { name: officer.name })
              : t('decide.by-other')}
          </p>
          <ReviewStanding about={each.id} />
          <RecordDetails
            kind="decision"
            value={each.value}
            lists={lists}
            on={each.value.decidedOn}
            only={shownOf(each.value, lists)}
          />
        </div>
      ))}
    </>
  );
}

/** Leaves out the written reason if it only repeats the ticked ones. */
function shownOf(
  { reasonCodes = [], reason, decidedOn }: DecisionRecord,
  lists: CodeLists,
): readonly (typeof SHOWN)[number][] {
  const ticked = reasonCodes
    .map((code) => codeLabel(lists, 'decision-reason', code, decidedOn))
    .join('. ');
  return SHOWN.filter((name) => name !== 'reason' || reason !== `${ticked}.`);
}
