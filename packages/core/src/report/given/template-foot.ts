/** The line at the foot of a paper about the template that it was made with. */
import type { PhrasingContent } from 'mdast';
import type { CodeList } from '../../codes/code-list.js';
import { writtenDate } from '../../shared/dates.js';
import type { PlainDate } from '../../shared/primitives.js';

/** A template as the paper names it. No part of it is read from the template’s own text. */
export interface TemplateOrigin {
  readonly title: string;
  readonly version: string;
  /** The standing of its definition: `official` is proved by the key of its issuer alone. */
  readonly standing: 'official' | CodeList['status'];
  /** Its issuer. */
  readonly from: string;
  readonly source: string;
  readonly checkedOn: PlainDate;
}

const STANDING: Readonly<Record<TemplateOrigin['standing'], string>> = {
  official: 'official',
  found: 'from a public source, not official',
  secondary: 'quoted by others, not official',
  recalled: 'written from memory, not found in a source, not official',
  proposed: 'its issuer’s own, not official',
};

/** The standing comes first: nothing that an issuer wrote can stand before it. */
export function templateFoot(origin: TemplateOrigin): readonly PhrasingContent[] {
  const { title, version, standing, from, source, checkedOn } = origin;
  return [
    text(`Template (${STANDING[standing]}): “`),
    given(title),
    text(`”, version ${version}. From: `),
    given(from),
    text('. Source: '),
    given(source),
    text(`. ${standing === 'recalled' ? 'Written down' : 'Checked'} on ${writtenDate(checkedOn)}.`),
  ];
}

function text(value: string): PhrasingContent {
  return { type: 'text', value };
}

/** Words of the issuer, on one line and with a direction of their own. */
function given(value: string): PhrasingContent {
  return { type: 'text', value: value.replace(/\s+/g, ' '), data: { hName: 'bdi' } };
}
