/** One person of a report, with the entities linked to them: names, days, addresses, telephones, identifiers. */
import type { FieldPath } from '@cyber-prevent/core/plugin';
import type { Entity, Report } from './entity.js';
import { shown } from './issue.js';
import { mapping, type Owner, type Part, rowsOf } from './mapping.js';
import { type Notes, type PathTexts, placeOf, placesOf, type Taken, textsOf } from './take.js';

export interface Reader {
  readonly report: Report;
  readonly notes: Notes;
}

type PersonOwner = Exclude<Owner, 'report'>;

export function personTexts(
  person: Entity,
  as: PersonOwner,
  label: string,
  reader: Reader,
): PathTexts {
  const linked = linkedTo(person, reader);
  return [
    ...nameTexts(person, as, label, reader.notes),
    ...attributeTexts(person, as, label, reader.notes),
    ...linked.flatMap((entity) => linkedTexts(entity, as, label, reader.notes)),
  ];
}

/** Texts of every attribute that has its own field for this owner. */
export function attributeTexts(entity: Entity, as: Owner, label: string, notes: Notes): PathTexts {
  return rowsOf(entity.type).flatMap((row) => {
    const path = row.paths?.[as];
    return path === undefined ? [] : withPath(path, textsOf(entity, row, label, notes));
  });
}

/** The targets of an entity's links that are of a kind read with it. */
export function linkedTo(from: Entity, { report, notes }: Reader): readonly Entity[] {
  return from.links.flatMap((link) => {
    const rows = mapping.links.filter(
      (row) => row.from === from.type && row.relationship === link.name,
    );
    const to = report.byId.get(link.to);
    if (rows.length === 0 || !to) return [];
    if (!rows.some((row) => row.to === to.type)) return [];
    notes.read.add(link.place);
    return [to];
  });
}

/** The whole name, with its parts too if the form says which is the family name. */
function nameTexts(person: Entity, as: PersonOwner, label: string, notes: Notes): PathTexts {
  const given = partsOf(person, 'given', label, notes);
  const family = partsOf(person, 'family', label, notes);
  const whole = joinedText([...given, ...family], ' ');
  const path = mapping.joined.name[as];
  if (whole === undefined || path === undefined) return [];
  // The form says that the family name is not known: one given anyway is part of the whole.
  const isUnparted = saysUnparted(person, notes);
  const isParted = as === 'subject' && !isUnparted && given.length > 0 && family.length > 0;
  return [
    [path, whole],
    ...(isParted ? withPath('subject.givenNames', joinedList(given)) : []),
    ...(isParted ? withPath('subject.familyName', joinedList(family)) : []),
  ];
}

function saysUnparted(person: Entity, notes: Notes): boolean {
  return rowsOf('person', 'unparted').some(({ name }) => {
    const value = person.attributes.get(name);
    if (typeof value === 'boolean') notes.read.add(placeOf(person, name));
    return value === true;
  });
}

function linkedTexts(entity: Entity, as: PersonOwner, label: string, notes: Notes): PathTexts {
  if (entity.type === 'telephone') return telephoneTexts(entity, as, label, notes);
  if (entity.type === 'socialMedia') return identifierTexts(entity, as, label, notes);
  const lines = mapping.joined.address[as];
  return [
    ...(lines === undefined ? [] : withPath(lines, addressOf(entity, label, notes))),
    ...attributeTexts(entity, as, label, notes),
  ];
}

/** Parts with the same number are on one line. */
function addressOf(location: Entity, label: string, notes: Notes): readonly Taken[] {
  const rows = rowsOf(location.type, 'address');
  const lines = [...new Set(rows.map(({ line }) => line))].flatMap((line) =>
    joinedList(
      rows
        .filter((row) => row.line === line)
        .flatMap((row) => textsOf(location, row, label, notes)),
    ),
  );
  return joinedList(lines, '\n');
}

/** The full number if the form gives it; otherwise country and number together, with the extension behind. */
function telephoneTexts(
  telephone: Entity,
  as: PersonOwner,
  label: string,
  notes: Notes,
): PathTexts {
  const path = mapping.joined.telephone[as];
  if (path === undefined) return [];
  const has = (part: Part) =>
    rowsOf(telephone.type, part).some(({ name }) => telephone.attributes.has(name));
  if (!has('full') && !has('number')) return [];
  const [full] = partsOf(telephone, 'full', label, notes);
  const [number] = partsOf(telephone, 'number', label, notes);
  // Next to a full number, only parts contained in it are recognised; any other is named as not read.
  if (full && number && ends(full.text, number.text)) {
    for (const part of ['country', 'extension'] as const)
      if (hasIn(telephone, part, full.text)) partsOf(telephone, part, label, notes);
    return [[path, full]];
  }
  if (!number) return full ? [[path, full]] : [];
  const [country] = partsOf(telephone, 'country', label, notes);
  const [extension] = partsOf(telephone, 'extension', label, notes);
  const code = digits(country?.text ?? '').replace(/^00/, '');
  const bare = number.text.trim();
  const isWhole = code === '' || bare.startsWith('+');
  const whole = isWhole ? number.text : `+${code} ${bare.replace(/^0/, '')}`;
  const text = extension ? `${whole} ext ${extension.text}` : whole;
  return [...(full ? withPath(path, [full]) : []), [path, { ...number, text }]];
}

function ends(full: string, number: string): boolean {
  return digits(full).endsWith(digits(number).replace(/^0/, ''));
}

function hasIn(telephone: Entity, part: Part, full: string): boolean {
  return rowsOf(telephone.type, part).every(({ name }) =>
    full.includes(digits(String(telephone.attributes.get(name) ?? ''))),
  );
}

/** The identifier exactly as seen; the platform is in its label, where the reader of identifiers looks for it. */
function identifierTexts(account: Entity, as: PersonOwner, label: string, notes: Notes): PathTexts {
  const found = attributeTexts(account, as, label, notes);
  if (found.length === 0) return [];
  const platform = joinedText(partsOf(account, 'platform', label, notes), ', ');
  if (platform === undefined) return found;
  return found.map(([path, taken]) => [
    path,
    { ...taken, label: `${taken.label} (${shown(platform.text)})` },
  ]);
}

function partsOf(entity: Entity, part: Part, label: string, notes: Notes): readonly Taken[] {
  return rowsOf(entity.type, part).flatMap((row) => textsOf(entity, row, label, notes));
}

function joinedText(parts: readonly Taken[], by: string): Taken | undefined {
  const [first] = parts;
  if (!first) return undefined;
  const names = [...new Set(parts.map(({ label }) => label))];
  return {
    text: parts.map(({ text }) => text).join(by),
    label: names.map((name, i) => (i === 0 ? name : name.replace(/^.*: /, ''))).join(', '),
    place: placesOf(parts),
  };
}

function joinedList(parts: readonly Taken[], by = ' '): readonly Taken[] {
  const joined = joinedText(parts, by);
  return joined ? [joined] : [];
}

function withPath(path: FieldPath, texts: readonly Taken[]): PathTexts {
  return texts.map((taken) => [path, taken]);
}

function digits(text: string): string {
  return text.replace(/\D/g, '');
}
