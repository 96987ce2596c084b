/**
 * Draft of a form. The time of each save is stored next to the typed values. A draft shown again on another visit says
 * its date, so that words about one contact are not saved as words about the next.
 */
import { Instant, PlainDate } from '@cyber-prevent/core';
import type { Signal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import * as v from 'valibot';
import { useApp } from '../app/app.js';
import type { Dating, OpenWork } from '../app/open-work.js';
import type { Services } from '../ports/services.js';
import type { FormValues } from './form-values.js';

const TYPED_AT = 'typedAt';
/** Key of the pending save. */
const SAVING = 'saving';

const PutAway = v.object({ at: Instant, on: PlainDate });

export function formDating({ host, today }: Pick<Services, 'host' | 'today'>): Dating<FormValues> {
  return {
    stamp: (value, saving) => ({
      ...value,
      [TYPED_AT]: { at: host.clock.now(), on: today() },
      ...(saving === undefined ? {} : { [SAVING]: saving }),
    }),
    read(stored) {
      const { [TYPED_AT]: kept, [SAVING]: saving, ...value } = (stored ?? {}) as FormValues;
      const put = v.safeParse(PutAway, kept);
      if (!put.success) return { value, saving, put: undefined, isOtherDay: false };
      return { value, saving, put: put.output, isOtherDay: put.output.on !== today() };
    },
  };
}

/**
 * @example const work = useFormWork(`hold/${subject}`, form.values);
 * … <RecordForm work={work} …> <FormEnd work={work} …>
 */
export function useFormWork<T extends object>(key: string, value: Signal<T>): OpenWork<T> {
  const { unfinished, router, services } = useApp();
  const work = useMemo(
    () =>
      unfinished.open(key, value, {
        number: router.visit(),
        dating: formDating(services) as unknown as Dating<T>,
      }),
    [unfinished, key, value],
  );
  useEffect(() => () => work.close(), [work]);
  return work;
}
