import type { StoredRecord } from '@cyber-prevent/core';
import type { ComponentChildren } from 'preact';
import { PageHeading } from '../../components/page-heading.js';
import { useNameApart } from './use-name-apart.js';

interface PersonHeadingProps {
  of: Pick<StoredRecord<'subject'>, 'id' | 'value'> | undefined;
  /** Words above the heading while nobody is known. */
  nobody?: string;
  children: ComponentChildren;
}

/** The heading of a screen about a person, under their name and what tells them from anybody alike. */
export function PersonHeading({ of, nobody, children }: PersonHeadingProps) {
  const nameOf = useNameApart();
  return <PageHeading caption={of ? nameOf(of) : nobody}>{children}</PageHeading>;
}
