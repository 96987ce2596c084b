/** The rule that a local authority and a force area belong together, and the words of an area. */
import { type CodeLists, codeInForce, codeLabel, fitsWith } from '../../codes/code-list.js';
import type { DatedArea } from '../../record/dated-area.js';
import { writtenDate } from '../../shared/dates.js';
import type { Issue } from '../../shared/issue.js';
import type { PlainDate } from '../../shared/primitives.js';

/** The areas that a record may have, together or one alone. */
export type AreaCodes = Partial<Pick<DatedArea, 'forceArea' | 'localAuthority' | 'outside'>>;

/** An issue if the local authority lies in another force’s area, as the lists have it on that day. */
export function areaFitIssues(
  { forceArea, localAuthority }: AreaCodes,
  lists: CodeLists,
  on: PlainDate,
): readonly Issue[] {
  if (forceArea === undefined || localAuthority === undefined) return [];
  const row = codeInForce(lists, 'local-authority', localAuthority, on);
  if (row === undefined || fitsWith(row, 'force', forceArea)) return [];
  const own = (row.onlyWith?.force ?? []).map((code) => codeLabel(lists, 'force', code, on));
  return [
    {
      code: 'area-misfit',
      severity: 'error',
      message: `${row.label} is in the force area of ${own.join(' or ')}, not of ${codeLabel(lists, 'force', forceArea, on)}. Select them again.`,
      at: 'localAuthority',
    },
  ];
}

const LISTS = {
  forceArea: 'force',
  localAuthority: 'local-authority',
  outside: 'outside-area',
} as const;

/** An issue for each code of an area that was not in use on the day. */
export function areaCodeIssues(area: AreaCodes, lists: CodeLists, on: PlainDate): readonly Issue[] {
  return (Object.keys(LISTS) as (keyof typeof LISTS)[]).flatMap((name): readonly Issue[] => {
    const code = area[name];
    if (code === undefined || codeInForce(lists, LISTS[name], code, on)) return [];
    const label = codeLabel(lists, LISTS[name], code, on);
    return [
      {
        code: 'code-not-in-force',
        severity: 'error',
        message: `Select again: “${label}” was not in use on ${writtenDate(on)}`,
        at: name,
      },
    ];
  });
}

/** An area in words: the local authority first, as the nearer place. */
export function areaWords(area: AreaCodes, lists: CodeLists, on?: PlainDate): string {
  return areaWordsBy(area, (list, code) => codeLabel(lists, list, code, on));
}

/** The same by a reader of labels. */
export function areaWordsBy(
  area: AreaCodes,
  label: (list: string, code: string) => string,
): string {
  return (['localAuthority', 'forceArea', 'outside'] as const)
    .flatMap((name) => {
      const code = area[name];
      if (code === undefined || code === '') return [];
      const words = label(LISTS[name], code);
      return name === 'forceArea' ? `${words} force area` : words;
    })
    .join(', ');
}
