/** The person chosen in a form whose route names nobody: the frame then shows the line about them. */
import type { RecordId } from '@cyber-prevent/core';
import { useLayoutEffect } from 'preact/hooks';
import { useApp } from '../../../app/app.js';

/** @param subject - undefined while nobody is chosen */
export function useFormPerson(subject: RecordId | undefined): void {
  const { about } = useApp();
  useLayoutEffect(() => {
    about.value = subject;
    return () => {
      if (about.value === subject) about.value = undefined;
    };
  }, [about, subject]);
}
