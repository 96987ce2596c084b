/** Definitions of the templates that plugins add to an edition: they ship with it, and packs stand over them. */
import * as v from 'valibot';
import { readGivenTemplate } from '../report/given/given-template.js';
import type { TemplateSource } from '../report/template.js';
import { PlainDate } from '../shared/primitives.js';
import type { Definition } from './pack.js';

export interface PluginTemplates {
  readonly definitions: readonly Definition<'template'>[];
  /** Templates that no paper is made from, each with the reason. */
  readonly leftOut: readonly { readonly id: string; readonly why: string }[];
}

/** Reads a plugin’s templates as those of a pack are read. None is taken without its source and day of checking. */
export function pluginTemplates({
  version,
  templates = [],
}: {
  readonly version: string;
  readonly templates?: readonly TemplateSource[];
}): PluginTemplates {
  const definitions: Definition<'template'>[] = [];
  const leftOut: { id: string; why: string }[] = [];
  for (const { id, markdown, source = '', checkedOn } of templates) {
    const day = v.safeParse(PlainDate, checkedOn);
    const read = readGivenTemplate(markdown);
    if (source.trim() === '' || !day.success)
      leftOut.push({ id, why: 'It gives no source and no day on which it was checked' });
    else if (!read.ok)
      leftOut.push({
        id,
        why: read.issues.map(({ at, message }) => `${at}: ${message}`).join('; '),
      });
    else
      definitions.push({
        kind: 'template',
        id,
        version,
        title: read.value.template.title,
        standing: 'proposed',
        source,
        checkedOn: day.output,
        value: { markdown },
      });
  }
  return { definitions, leftOut };
}
