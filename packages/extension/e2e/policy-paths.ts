/** The paths of the members within the keys of the managed policy's schema: as types, and as the file has them. */
import schema from '../public/managed-schema.json' with { type: 'json' };

/** The paths of the members within a part of a schema. */
type Within<S, P extends string> = S extends { properties: infer Q }
  ? { [K in keyof Q & string]: Within<Q[K], `${P}.${K}`> }[keyof Q & string]
  : S extends { items: infer I }
    ? I extends { properties: unknown }
      ? Within<I, `${P}[]`>
      : P
    : P;
type Keys = typeof schema.properties;
export type PolicyMember = Exclude<
  { [K in keyof Keys & string]: Within<Keys[K], K> }[keyof Keys & string],
  keyof Keys
>;

interface Part {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Part>>;
  readonly items?: Part;
}

/** The paths of every member in the schema file itself, such as `packs.issuers[].rank`. */
export function membersOfSchema(part: Part = schema, path = ''): readonly string[] {
  const { properties, items } = part;
  if (properties !== undefined)
    return Object.entries(properties).flatMap(([name, each]) =>
      membersOfSchema(each, path === '' ? name : `${path}.${name}`),
    );
  if (items?.properties !== undefined) return membersOfSchema(items, `${path}[]`);
  return path.includes('.') ? [path] : [];
}
