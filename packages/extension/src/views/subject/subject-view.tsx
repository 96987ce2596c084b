import { useSignal } from '@preact/signals';
import { useApp } from '../../app/app.js';
import type { RouteOf } from '../../app/route.js';
import { ErrorSummary } from '../../components/error-summary.js';
import { GroupedNav } from '../../components/grouped-nav.js';
import { PageHeading } from '../../components/page-heading.js';
import { t } from '../../locales/late.js';
import { useCase } from '../act/use-case.js';
import { SECTION_GROUPS, subjectPage } from '../case/subject-page.js';
import { ActList } from './act-list.js';
import { SUBJECT_NOTICES } from './notices.js';
import { SUBJECT_SECTIONS } from './sections.js';
import { useInSight } from './use-in-sight.js';

/** Every record of one person, a section at a time, each value with its source. */
export function SubjectView({ route }: { route: RouteOf<'subject'> }) {
  const { router } = useApp();
  const state = useCase(route.subject).value;
  const current = useSignal(route.section);
  const inSight = useInSight(current.value);
  if (state.name === 'loading') return <p role="status">{t('shell.checking')}</p>;
  if (state.name === 'failed')
    return <ErrorSummary errors={[{ message: t('subject.not-logged', { why: state.why }) }]} />;

  const page = subjectPage(state.records);
  const section = SUBJECT_SECTIONS.find(({ id }) => id === current.value) ?? SUBJECT_SECTIONS[0];
  if (!page || !section) return <p class="govuk-body">{t('subject.gone')}</p>;
  const { Show } = section;
  return (
    <>
      <PageHeading caption={t('subject.caption')}>{page.subject.value.name}</PageHeading>
      {SUBJECT_NOTICES.map((Notice, place) => (
        <Notice key={place} page={page} />
      ))}
      <ActList page={page} onGo={(to) => router.go(to)} />
      <div class="cp-subject">
        <GroupedNav
          label={page.subject.value.name}
          groups={SECTION_GROUPS.map((group) => ({
            label: t(`subject.group.${group}`),
            items: SUBJECT_SECTIONS.filter((each) => each.group === group).map((each) => ({
              id: each.id,
              label: t(each.label),
              count: each.count?.(page),
            })),
          }))}
          current={section.id}
          onGo={(id) => {
            current.value = id;
          }}
        />
        <section ref={inSight} class="cp-subject__section" aria-label={t(section.label)}>
          <Show key={section.id} page={page} />
        </section>
      </div>
      <p class="govuk-hint">{t('subject.consulted')}</p>
    </>
  );
}
