/** Checks that the codes of a draft's answers are on their lists today. */
import type { Draft } from '../capture/draft.js';
import { type CodeLists, codeInForce } from '../codes/code-list.js';
import type { Host } from '../shared/index.js';
import type { Issue } from '../shared/issue.js';
import { AT_AUTHORITY } from './open-source.js';
import { atCondition } from './processing-conditions.js';

interface Today {
  readonly lists: CodeLists;
  readonly host: Pick<Host, 'clock'>;
}

/** An issue for each code that is not in force; an empty answer is reported elsewhere. */
export function answersNotInForce(
  { conditions = [], authority }: Pick<Draft, 'conditions' | 'authority'>,
  { lists, host }: Today,
): readonly Issue[] {
  const asked = [
    ...conditions.flatMap((each) => [
      { list: 'processing-condition', code: each.condition, at: atCondition(each) },
      { list: 'purpose-regime', code: each.regime, at: atCondition(each) },
    ]),
    { list: 'open-source-authority', code: authority?.authority ?? '', at: AT_AUTHORITY },
  ];
  return asked
    .filter(({ list, code }) => code !== '' && !codeInForce(lists, list, code, host.clock.today()))
    .map(({ code, at }) => ({
      code: 'code-not-in-force',
      severity: 'error',
      message: `The code “${code}” is not in use today. Select another.`,
      at,
    }));
}
