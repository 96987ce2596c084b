import { useSignal } from '@preact/signals';
import { useApp } from '../../../app/app.js';
import { BROUGHT_IN, type BroughtIn } from './brought-in.js';
import { BroughtRows } from './brought-rows.js';
import { ChooseFile } from './choose-file.js';

/** A file of referrals: chosen, read row by row, and each opened as a draft that the officer reviews. */
export function BringInView() {
  const { session } = useApp();
  const opening = session.open.value;
  const file = useSignal(BROUGHT_IN.last(opening));
  const keep = (next: BroughtIn | undefined): void => {
    BROUGHT_IN.keep(opening, next);
    file.value = next;
  };
  return file.value ? (
    <BroughtRows file={file.value} onFile={keep} />
  ) : (
    <ChooseFile onRead={keep} />
  );
}
