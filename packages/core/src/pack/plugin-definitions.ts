/** Definitions that a plugin adds to a force’s own edition: they ship with it, and packs stand over them. */
import * as v from 'valibot';
import type { CodeLists } from '../codes/code-list.js';
import { readGivenTemplate } from '../report/given/given-template.js';
import type { TemplateSource } from '../report/template.js';
import type { Instrument } from '../risk/instrument.js';
import { PlainDate } from '../shared/primitives.js';
import { type DefinitionKindName, definitionKind } from './definition-kinds.js';
import type { Definition } from './pack.js';
import { STANDINGS, type Standing } from './standing.js';

export interface PluginDefinitions {
  readonly definitions: readonly Definition[];
  /** Additions that no screen uses, each with the reason. */
  readonly leftOut: readonly {
    readonly kind: DefinitionKindName;
    readonly id: string;
    readonly why: string;
  }[];
}

/** A code list as a plugin writes it, before its check. */
interface WrittenList {
  readonly id: string;
  readonly title: string;
  readonly status: string;
  readonly source: string;
  readonly checkedOn: string;
}

interface DefiningPlugin {
  readonly version: string;
  readonly codeLists?: readonly WrittenList[];
  readonly instruments?: readonly Instrument[];
  readonly templates?: readonly TemplateSource[];
}

interface Addition extends Pick<Definition, 'kind' | 'id' | 'title' | 'version'> {
  readonly standing: Standing;
  readonly source?: string | undefined;
  readonly checkedOn?: string | undefined;
  readonly value: unknown;
}

/**
 * Reads a plugin’s code lists, instruments and templates as those of a pack are read. None is taken without its source
 * and its day of checking, and none is official, for no key signs a plugin.
 *
 * @param lists - the lists that ship, with those of every plugin
 */
export function pluginDefinitions(
  { version, codeLists = [], instruments = [], templates = [] }: DefiningPlugin,
  lists: CodeLists,
): PluginDefinitions {
  const additions: readonly Addition[] = [
    ...codeLists.map((list) => {
      const { id, title, status, source, checkedOn } = list;
      const standing = STANDINGS.find((each) => each === status) ?? 'proposed';
      return {
        kind: 'code-list' as const,
        id,
        title,
        version,
        standing,
        source,
        checkedOn,
        value: list,
      };
    }),
    ...instruments.map((value) => {
      const { id, title, source, checkedOn } = value;
      const own = { version: value.version, standing: 'proposed' as const };
      return { kind: 'instrument' as const, id, title, ...own, source, checkedOn, value };
    }),
    ...templates.map(({ id, markdown, source, checkedOn }) => {
      const read = readGivenTemplate(markdown, { lists });
      const title = read.ok ? read.value.template.title : id;
      const own = { version, standing: 'proposed' as const };
      return {
        kind: 'template' as const,
        id,
        title,
        ...own,
        source,
        checkedOn,
        value: { markdown },
      };
    }),
  ];
  const read = additions.map((each) => readAddition(each, lists));
  return {
    definitions: read.flatMap((each) => (typeof each === 'string' ? [] : [each])),
    leftOut: additions.flatMap(({ kind, id }, nth) => {
      const why = read[nth];
      return typeof why === 'string' ? [{ kind, id, why }] : [];
    }),
  };
}

/** @returns the definition, or why it is left out */
function readAddition(addition: Addition, lists: CodeLists): Definition | string {
  const { kind, id, version, standing, source = '', checkedOn, value } = addition;
  const day = v.safeParse(PlainDate, checkedOn);
  if (source.trim() === '' || !day.success)
    return 'It gives no source and no day on which it was checked';
  if (standing === 'official') return 'It calls itself official. Only a signed pack can prove that';
  const checked = definitionKind(kind).check(value, {
    id,
    version,
    from: { standing, source, checkedOn: day.output },
    lists,
    placeOf: (path) => path.join('.'),
  });
  if (!checked.ok)
    return checked.issues
      .map(({ at, message }) => (at === undefined || at === '' ? message : `${at}: ${message}`))
      .join('; ');
  return { ...addition, source, checkedOn: day.output, value: checked.value } as Definition;
}
