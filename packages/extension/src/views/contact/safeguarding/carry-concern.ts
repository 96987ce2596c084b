/**
 * Takes the words of a concern from the form about a person to the form that asks who it is about: nothing typed in a
 * hurry has to be typed again. If that form has words of its own, those about the person stay with the unfinished forms.
 */
import type { App } from '../../../app/app.js';
import type { OpenWork } from '../../../app/open-work.js';
import type { FormValues } from '../../../components/form-values.js';
import { formDating } from '../../../components/use-form-work.js';
import { concernWork } from './concern-form.js';

export async function carryConcern(
  { services, unfinished, router }: Pick<App, 'services' | 'unfinished' | 'router'>,
  work: OpenWork<FormValues>,
): Promise<void> {
  const to = { name: 'safeguarding' } as const;
  const key = concernWork(undefined);
  const isTaken = (await services.work.load(key)) !== undefined;
  // A save under way belongs to the person: it is not taken along.
  if (work.isBegun() && work.held() === undefined && !isTaken) {
    const { subjectId: _, ...words } = work.value.value;
    const stamped = formDating(services, to).stamp(words, undefined);
    const saved = await services.work.save(key, stamped, 0);
    if (saved.ok) {
      await work.discard();
      unfinished.handOn(key);
    }
  }
  router.go(to);
}
