/** The questions of a form: controls that together answer one thing. */
import type { FillPath } from '../capture/field/fill-path.js';
import type { LiveControl } from './live-control.js';
import { isKindAlone } from './value-kind.js';

/** Controls of one question: radio buttons, the boxes of a date, or one box alone. */
export interface Question {
  readonly controls: readonly LiveControl[];
  readonly path: FillPath | undefined;
  readonly isNamed: boolean;
  /** Choice in the list next to it, if that gives the kind of the value. */
  readonly beside?: string;
}

export function questionsOf(controls: readonly LiveControl[]): readonly Question[] {
  const groups = new Map<string, LiveControl[]>();
  for (const live of controls) {
    const key = live.control.question ?? live.control.id;
    const group = groups.get(key);
    if (group) group.push(live);
    else groups.set(key, [live]);
  }
  const all = [...groups.values()];
  return all.map((group, at) => {
    const beside = kindBeside(all[at - 1]) ?? kindBeside(all[at + 1]);
    return {
      controls: group,
      path: group.find(({ path }) => path !== undefined)?.path,
      isNamed: group.some(({ by }) => by === 'adapter'),
      ...(beside === undefined ? {} : { beside }),
    };
  });
}

/** Choice in a list of kinds alone, such as *Home, Work, Mobile*: it describes the box next to it. */
function kindBeside(group: readonly LiveControl[] | undefined): string | undefined {
  const [list, another] = group ?? [];
  if (!list || another || list.path !== undefined || list.control.kind !== 'list') return undefined;
  const options = (list.facts.options ?? []).filter(
    ({ text, value }) => text !== '' && value !== '',
  );
  const chosen = options.find(({ value }) => value === list.facts.value);
  const isOfKinds = options.filter(({ text }) => isKindAlone(text)).length >= 2;
  return isOfKinds && chosen && isKindAlone(chosen.text) ? chosen.text : undefined;
}
