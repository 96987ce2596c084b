/** Makes the adapter when the step is shown, and again when something in it changes. */
import { failed, type Result } from '@cyber-prevent/core';
import { type ReadonlySignal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import type { Made } from '../../../sandbox/teach-order.js';
import { asIssue } from '../../act/as-issue.js';
import { otherRecords } from './other-records.js';
import { aboutOf, nextVersion } from './teaching.js';
import type { TeachingState } from './use-teaching.js';

/** Undefined while it is being made. */
export function useMade({
  teaching,
  page,
  pageText,
  service,
}: TeachingState): ReadonlySignal<Result<Made> | undefined> {
  const { services } = useApp();
  const made = useSignal<Result<Made> | undefined>(undefined);
  const { said, hidden, about, seed, capture } = teaching.value ?? {};
  useEffect(() => {
    let isGone = false;
    const make = async (): Promise<Result<Made> | undefined> => {
      if (!said || !hidden || !about || seed === undefined || !page.value) return undefined;
      if (capture === undefined) return undefined;
      const { id } = aboutOf(about, '1.0.0', page.value);
      const { listed } = await services.adapters.list();
      const held = listed.find(({ adapter, from }) => from === 'file' && adapter.id === id);
      const version = nextVersion(held?.adapter.version);
      return service.value?.ask({
        kind: 'make',
        page: pageText.value,
        others: await otherRecords(services, capture),
        said,
        about: aboutOf(about, version, page.value),
        hidden,
        seed,
        today: services.today(),
      });
    };
    made.value = undefined;
    make().then(
      (result) => {
        if (!isGone) made.value = result;
      },
      (error: unknown) => {
        if (!isGone) made.value = failed(asIssue(error));
      },
    );
    return () => {
      isGone = true;
    };
  }, [services, said, hidden, about, seed, capture, page.value, pageText.value, service.value]);
  return made;
}
