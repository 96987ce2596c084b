/**
 * A concern and its course: who was informed, what is due, the additions, its subject, its end. It stays on Today until
 * somebody was informed, and due until it is closed.
 */
import type { RouteOf } from '../../../app/route.js';
import { ErrorSummary } from '../../../components/error-summary.js';
import { PageHeading } from '../../../components/page-heading.js';
import { t } from '../../../locales/late.js';
import { useNameApart } from '../../case/use-name-apart.js';
import { AnswerForm } from './answer-form.js';
import { CloseForm } from './close-form.js';
import { NameForm } from './name-form.js';
import { OpenedConcern } from './opened-concern.js';
import { type Concern, type ConcernOpened, useConcern } from './use-concern.js';

export function ConcernView({ route }: { route: RouteOf<'concern'> }) {
  const opened = useConcern(route);
  const nameOf = useNameApart();
  if (opened.name !== 'shown') return <NotShown opened={opened} />;
  const { concern, subject } = opened;
  return formOf(route.form, concern, subject && nameOf(subject));
}

function formOf(form: RouteOf<'concern'>['form'], concern: Concern, about: string | undefined) {
  const isNamed = concern.value.subjectId !== undefined;
  if (form === undefined || (form === 'name' && isNamed))
    return (
      <div class="cp-read">
        <PageHeading caption={about ?? t('concern.list.nobody')}>{t('concern.title')}</PageHeading>
        <OpenedConcern concern={concern} />
      </div>
    );
  if (form === 'name') return <NameForm concern={concern} />;
  if (form === 'close') return <CloseForm concern={concern} about={about} />;
  return <AnswerForm key={form} form={form} concern={concern} about={about} />;
}

function NotShown({ opened }: { opened: Exclude<ConcernOpened, { readonly name: 'shown' }> }) {
  return (
    <div class="cp-read">
      <PageHeading>{t('concern.title')}</PageHeading>
      {opened.name === 'failed' ? (
        <ErrorSummary errors={[{ message: opened.why }]} />
      ) : (
        <p class="govuk-body" role="status">
          {t('concern.loading')}
        </p>
      )}
    </div>
  );
}
