import {
  type CaseOverview,
  codeDone,
  codeLabel,
  handlingWords,
  originsOn,
  type StoredRecord,
  shortened,
  type WhyHere,
  writtenDate,
} from '@cyber-prevent/core';
import { useMemo } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import { Tag } from '../../../components/tag.js';
import { t } from '../../../locales/late.js';
import type { SubjectPage } from '../../case/subject-page.js';
import { SourceMark } from '../source-mark.js';
import { Part } from './part.js';
import { referrerWords } from './referrer-words.js';

interface WhyPartProps {
  overview: CaseOverview;
  page: SubjectPage;
}

/** The referral in three lines: who asked and when, what it says, what was decided. */
export function WhyPart({ overview, page }: WhyPartProps) {
  const { services, router } = useApp();
  const { whyHere, subject } = overview;
  if (!whyHere)
    return (
      <Part heading={t('overview.why')}>
        <p class="cp-part__line">{t('overview.why.none')}</p>
      </Part>
    );
  const { referral } = whyHere;
  const { reference, receivedOn } = referral.value;
  const who = referrerWords(referral, whyHere.referrer, services.lists);
  const date = writtenDate(receivedOn);
  return (
    <Part
      heading={t('overview.why')}
      more={{
        words:
          reference === undefined
            ? t('overview.why.referral.plain')
            : t('overview.why.referral', { reference }),
        onPress: () => router.go({ name: 'subject', subject: subject.id, section: 'referrals' }),
      }}
    >
      <div class="cp-part__line" dir="auto">
        {who === undefined
          ? t('overview.why.by-nobody', { date })
          : t('overview.why.by', { date, who })}{' '}
        <SourceMark
          record={referral}
          captures={page.all('sourceCapture')}
          about={t('overview.why')}
        />
      </div>
      <Narrative why={whyHere} />
      <Decided why={whyHere} />
      <Conditions referral={referral} records={page.records} />
    </Part>
  );
}

/** Letters of the narrative, at most: about three lines. The whole of it is behind the heading. */
const MOST_OF = { panel: 130, workspace: 210 } as const;

/** The words of the referral, shortened at the end of a word, with the kind of statement that they are. */
function Narrative({ why: { referral } }: { why: WhyHere }) {
  const { services, surface } = useApp();
  const { narrative, narrativeStatement, lawMentioned, suspectedOffences } = referral.value;
  const offences = suspectedOffences.join(', ');
  const law = lawMentioned.join(', ');
  return (
    <p class="cp-part__line cp-part__text" dir="auto">
      {narrative !== undefined && narrativeStatement !== undefined && (
        <span class="cp-quiet">
          {t('overview.why.statement', {
            kind: codeLabel(services.lists, 'statement-type', narrativeStatement),
          })}{' '}
        </span>
      )}
      {narrative === undefined
        ? offences === ''
          ? t('overview.why.no-narrative')
          : t('overview.why.offences', { offences })
        : shortened(narrative.replace(/\s+/gu, ' ').trim(), MOST_OF[surface])}{' '}
      <span class="cp-quiet">{law === '' ? t('overview.why.no-law') : law}</span>
    </p>
  );
}

/** The conditions on the referral, in sight where it is read: the words of it may say whom not to tell. */
function Conditions({
  referral,
  records,
}: {
  referral: StoredRecord<'referral'>;
  records: readonly StoredRecord[];
}) {
  const origins = useMemo(() => {
    const byId = new Map(records.map((record) => [record.id, record]));
    return originsOn(referral, (id) => byId.get(id));
  }, [referral, records]);
  return (
    <>
      {origins.map((origin) => (
        <p class="cp-part__line" key={origin.id} dir="auto">
          <Tag>{t('handling.apply')}</Tag> {handlingWords(origin)}
        </p>
      ))}
    </>
  );
}

function Decided({ why: { decision, given, earlier } }: { why: WhyHere }) {
  const { services } = useApp();
  const { lists } = services;
  return (
    <p class="cp-part__line">
      {decision
        ? t('overview.why.decided', {
            outcome: codeDone(
              lists,
              'decision-outcome',
              decision.value.outcome,
              decision.value.decidedOn,
            ),
            date: writtenDate(decision.value.decidedOn),
          })
        : t('overview.why.waits')}
      {given?.value.givenOn &&
        ` ${t('overview.why.given', {
          order: codeLabel(lists, 'order-kind', given.value.kind, given.value.givenOn),
          date: writtenDate(given.value.givenOn),
        })}`}
      {earlier > 0 && ` ${t('overview.why.earlier', { count: earlier })}`}
    </p>
  );
}
