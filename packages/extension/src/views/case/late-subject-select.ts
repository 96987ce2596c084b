/** The choice of a subject, in forms that stand on screen first: it comes a moment later, and the rest can be typed meanwhile. */
import { lateView } from '../../app/late-view.js';

export const LateSubjectSelect = lateView(
  async () => (await import('./subject-select.js')).SubjectSelect,
);
