import { type RecordKind, type StoredRecord, standing, writtenDate } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useApp } from '../../app/app.js';
import type { RouteOf } from '../../app/router.js';
import { Button, ButtonGroup } from '../../components/button.js';
import { ErrorSummary } from '../../components/error-summary.js';
import { PageHeading } from '../../components/page-heading.js';
import { SectionNav } from '../../components/section-nav.js';
import { t } from '../../locales/late.js';
import { GivenLines } from './given-lines.js';
import { InterventionList } from './intervention-list.js';
import { RecordList } from './record-list.js';
import { TimelineTable } from './timeline-table.js';
import { useCase } from './use-case.js';

const SECTIONS = [
  'details',
  'referrals',
  'people',
  'identifiers',
  'interventions',
  'notes',
  'timeline',
  'sources',
] as const;
type Section = (typeof SECTIONS)[number];

/** Everything on record about one person, each value with where it came from. */
export function SubjectView({ route }: { route: RouteOf<'subject'> }) {
  const { router } = useApp();
  const state = useCase(route.subject).value;
  const section = useSignal<Section>('details');
  if (state.name === 'loading') return <p role="status">{t('shell.checking')}</p>;
  if (state.name === 'failed')
    return <ErrorSummary errors={[{ message: t('subject.not-logged', { why: state.why }) }]} />;

  const { records } = state;
  const all = <K extends RecordKind>(kind: K) =>
    records.filter((record): record is StoredRecord<K> => record.kind === kind);
  const [subject] = all('subject');
  if (!subject) return <p class="govuk-body">{t('subject.gone')}</p>;
  const captures = all('sourceCapture');
  const interventions = standingOf(all('intervention'));
  const lists = { captures };
  const notes = all('writeBack');
  const referrals = all('referral');
  const counts: Partial<Record<Section, number>> = {
    referrals: referrals.length,
    people: all('relatedPerson').length,
    identifiers: all('onlineIdentifier').length,
    interventions: interventions.length,
    notes: all('intelligenceNote').length,
    sources: captures.length,
  };
  const on = { subject: subject.id };
  return (
    <>
      <PageHeading caption={t('subject.caption')}>{subject.value.name}</PageHeading>
      <ButtonGroup>
        <Button onPress={() => router.go({ name: 'intervention', ...on })}>
          {t('subject.log')}
        </Button>
        <Button kind="secondary" onPress={() => router.go({ name: 'summary', ...on })}>
          {t('subject.summary')}
        </Button>
        <Button kind="secondary" onPress={() => router.go({ name: 'note', ...on })}>
          {t('subject.note')}
        </Button>
        <Button kind="secondary" onPress={() => router.go({ name: 'safeguarding', ...on })}>
          {t('subject.concern')}
        </Button>
      </ButtonGroup>
      <SectionNav
        label={subject.value.name}
        items={SECTIONS.map((id) => ({ id, label: t(`subject.${id}`), count: counts[id] }))}
        current={section.value}
        onGo={(id) => {
          section.value = id;
        }}
      />
      <section aria-label={t(`subject.${section.value}`)}>
        {section.value === 'details' && <RecordList records={[subject]} {...lists} />}
        {section.value === 'referrals' && (
          <RecordList
            records={[...all('referral'), ...all('referrer')]}
            headed
            after={(record) => {
              const referral = referrals.find(({ id }) => id === record.id);
              return (
                referral && (
                  <GivenLines
                    subject={subject.id}
                    of="referral"
                    record={referral.id}
                    about={writtenDate(referral.value.receivedOn)}
                    notes={notes}
                  />
                )
              );
            }}
            {...lists}
          />
        )}
        {section.value === 'people' && <RecordList records={all('relatedPerson')} {...lists} />}
        {section.value === 'identifiers' && (
          <RecordList records={all('onlineIdentifier')} {...lists} />
        )}
        {section.value === 'interventions' && (
          <InterventionList interventions={interventions} subject={subject.id} notes={notes} />
        )}
        {section.value === 'notes' && <RecordList records={all('intelligenceNote')} {...lists} />}
        {section.value === 'timeline' && <TimelineTable records={records} />}
        {section.value === 'sources' && <RecordList records={captures} whole {...lists} />}
      </section>
      <p class="govuk-hint">{t('subject.consulted')}</p>
    </>
  );
}

/** Entries that no later one corrects. */
function standingOf(
  log: readonly StoredRecord<'intervention'>[],
): readonly StoredRecord<'intervention'>[] {
  const ids = new Set(log.map(({ id }) => id));
  // A correction may outlive the entry that it corrects, which was moved or disposed of.
  const known = log.map(({ value }) => {
    if (value.corrects === undefined || ids.has(value.corrects)) return value;
    const { corrects: _, ...rest } = value;
    return rest;
  });
  const stand = new Set(standing(known).map(({ id }) => id));
  return log.filter(({ id }) => stand.has(id));
}
