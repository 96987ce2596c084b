import type { RouteOf } from '../../../app/route.js';
import { t } from '../../../locales/late.js';
import { ForSubject } from '../../case/for-subject.js';
import { WithSomebody } from '../with-somebody.js';
import { InterventionForm } from './intervention-form.js';

/** One contact, logged after the event; or a correction, which starts from the entry that it replaces. */
export function InterventionView({ route }: { route: RouteOf<'intervention'> }) {
  if (route.subject === undefined)
    return (
      <WithSomebody title={t('intervention.title')}>
        <InterventionForm route={route} subject={undefined} />
      </WithSomebody>
    );
  return (
    <ForSubject id={route.subject}>
      {(subject) => <InterventionForm route={route} subject={subject} />}
    </ForSubject>
  );
}
