import { useSignal } from '@preact/signals';
import { useApp } from '../../../app/app.js';
import { BROUGHT_IN, type BroughtIn } from './brought-in.js';
import { rememberRows, withRemembered } from './brought-memory.js';
import { BroughtRows } from './brought-rows.js';
import { ChooseFile } from './choose-file.js';

/** A file of referrals: chosen, read row by row, and each opened as a draft that the officer reviews. */
export function BringInView() {
  const { session, services } = useApp();
  const opening = session.open.value;
  const file = useSignal(BROUGHT_IN.last(opening));
  const keep = (next: BroughtIn | undefined): void => {
    BROUGHT_IN.keep(opening, next);
    file.value = next;
    if (next) void rememberRows(next, services);
  };
  const read = async (next: BroughtIn): Promise<void> => keep(await withRemembered(next, services));
  return file.value ? (
    <BroughtRows file={file.value} onFile={keep} />
  ) : (
    <ChooseFile onRead={(next) => void read(next)} />
  );
}
