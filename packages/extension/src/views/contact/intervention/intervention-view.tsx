import type { RouteOf } from '../../../app/route.js';
import { ForSubject } from '../../case/for-subject.js';
import { InterventionForm } from './intervention-form.js';

/** One contact, logged after the event; or a correction, which starts from the entry that it replaces. */
export function InterventionView({ route }: { route: RouteOf<'intervention'> }) {
  return (
    <ForSubject id={route.subject}>
      {(subject) => <InterventionForm route={route} subject={subject} />}
    </ForSubject>
  );
}
