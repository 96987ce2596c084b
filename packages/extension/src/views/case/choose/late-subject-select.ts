/** Choice of a subject in forms: it loads a moment later, while the rest can already be typed. */
import { lateView } from '../../../app/late-view.js';

export const LateSubjectSelect = lateView(
  async () => (await import('./subject-select.js')).SubjectSelect,
);
