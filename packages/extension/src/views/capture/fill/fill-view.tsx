import { caseHandling, type StoredRecord, writtenDate } from '@cyber-prevent/core';
import { type FillRecords, fillValues } from '@cyber-prevent/core/fill';
import { useMemo } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import type { RouteOf } from '../../../app/route.js';
import { ErrorSummary } from '../../../components/error-summary.js';
import { PageHeading } from '../../../components/page-heading.js';
import { t } from '../../../locales/late.js';
import { useCase } from '../../act/use-case.js';
import { useNameApart } from '../../case/use-name-apart.js';
import { fillRecords, recordsOfKind } from './case-records.js';
import { FillPage, ownWords } from './fill-page.js';
import { ReferenceStep } from './reference-step.js';

/** Writes a record to another system: into its form, by the paste pack, and with the reference that comes back. */
export function FillView({ route }: { route: RouteOf<'fill'> }) {
  const state = useCase(route.subject).value;
  if (state.name === 'loading')
    return (
      <p class="govuk-body" role="status">
        {t('common.loading')}
      </p>
    );
  if (state.name === 'failed')
    return <ErrorSummary errors={[{ message: t('subject.not-logged', { why: state.why }) }]} />;
  return <HeldRecord route={route} held={state.records} />;
}

function HeldRecord({ route, held }: { route: RouteOf<'fill'>; held: readonly StoredRecord[] }) {
  const { services } = useApp();
  const nameOf = useNameApart();
  const { of, record, given } = route;
  const records = useMemo(() => fillRecords(held, of, record), [held, of, record]);
  const values = useMemo(
    () =>
      records
        ? fillValues(of, records, services.lists, {
            handling: caseHandling(held),
            today: services.today(),
          })
        : [],
    [records, held, of, services],
  );
  const notes = recordsOfKind(held, 'writeBack');
  const note = notes.find(({ id }) => id === given);
  if (!records)
    return (
      <>
        <PageHeading>{t('fill.title')}</PageHeading>
        <p class="govuk-body">{t('fill.gone')}</p>
      </>
    );
  if (note)
    return (
      <ReferenceStep
        note={note}
        route={route}
        values={values}
        name={ownWords(values) ?? records.subject.name}
      />
    );
  const [subject] = recordsOfKind(held, 'subject');
  const name = subject ? nameOf(subject) : records.subject.name;
  return (
    <FillPage route={route} caption={captionOf(records, of, name)} values={values} notes={notes} />
  );
}

/** Names the record and its person: a value typed into another person's form is a wrong fact there. */
function captionOf(
  { intervention, referral }: FillRecords,
  of: RouteOf<'fill'>['of'],
  name: string,
): string {
  if (of === 'intervention' && intervention)
    return t('fill.of.intervention', { name, date: writtenDate(intervention.heldOn) });
  return referral ? t('fill.of.referral', { name, date: writtenDate(referral.receivedOn) }) : name;
}
