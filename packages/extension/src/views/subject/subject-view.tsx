import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { useApp } from '../../app/app.js';
import type { RouteOf } from '../../app/route.js';
import { ErrorSummary } from '../../components/error-summary.js';
import { PageHeading } from '../../components/page-heading.js';
import { SectionNav } from '../../components/section-nav.js';
import { t } from '../../locales/late.js';
import { useCase } from '../act/use-case.js';
import { type SubjectPage, subjectPage } from '../case/subject-page.js';
import { useNameApart } from '../case/use-name-apart.js';
import { ActBar } from './menu/act-bar.js';
import { SUBJECT_NOTICES } from './notices.js';
import { SECTION_NAMES, type SectionName } from './section-name.js';
import { partNamed, partsOf } from './sections.js';
import { useAskedDetail } from './use-asked-detail.js';
import { useInSight } from './use-in-sight.js';

/**
 * One person: six sections, each a part at a time, with what is done most beside them. The line above the page names
 * the person; the heading here is for screen readers.
 */
export function SubjectView({ route }: { route: RouteOf<'subject'> }) {
  const state = useCase(route.subject).value;
  if (state.name === 'loading') return <p role="status">{t('common.loading')}</p>;
  if (state.name === 'failed')
    return <ErrorSummary errors={[{ message: t('subject.not-logged', { why: state.why }) }]} />;
  const page = subjectPage(state.records);
  if (!page) return <p class="govuk-body">{t('subject.gone')}</p>;
  return <Person page={page} route={route} />;
}

function Person({ page, route }: { page: SubjectPage; route: RouteOf<'subject'> }) {
  const { session } = useApp();
  const name = useNameApart()(page.subject);
  const root = useRef<HTMLDivElement>(null);
  const current = useSignal(route.section);
  const inSight = useInSight(current.value);
  useAskedDetail(route.detail);
  const part = partNamed(current.value);
  if (!part) return null;
  const { First, Show, group } = part;
  const parts = partsOf(group);
  const go = (to: string): void => {
    // The last save, and its undo, belong to what was on screen then.
    if (to !== part.id) session.unsay();
    current.value = to;
  };
  return (
    <div ref={root} class="cp-person">
      <div class="cp-person__title">
        <PageHeading caption={t('subject.caption')}>{name}</PageHeading>
      </div>
      <div class="cp-person__tabs">
        <SectionNav
          label={t('subject.sections')}
          items={SECTION_NAMES.map((id) => ({
            id,
            label: t(`subject.group.${id}`),
            count: countOf(id, page),
          }))}
          current={group}
          onGo={go}
        />
        <ActBar page={page} within={root} />
      </div>
      {First && <First page={page} />}
      {SUBJECT_NOTICES.map((Notice, place) => (
        <Notice key={place} page={page} />
      ))}
      {parts.length > 1 && (
        <div class="cp-person__parts">
          <SectionNav
            label={t('subject.parts', { section: t(`subject.group.${group}`) })}
            items={parts.map(({ id, label, count }) => ({
              id,
              label: t(label),
              count: count?.(page),
            }))}
            current={part.id}
            onGo={go}
          />
        </div>
      )}
      <section ref={inSight} class="cp-person__section" aria-label={t(part.label)}>
        <Show key={part.id} page={page} />
      </section>
      <p class="govuk-hint">{t('subject.consulted')}</p>
    </div>
  );
}

/** Sections whose entries are counted beside their name: what is done and what is known. */
const COUNTED: ReadonlySet<SectionName> = new Set(['work', 'intelligence']);

function countOf(name: SectionName, page: SubjectPage): number | undefined {
  if (!COUNTED.has(name)) return undefined;
  return partsOf(name).reduce((sum, { count }) => sum + (count?.(page) ?? 0), 0);
}
