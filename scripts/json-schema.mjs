/**
 * JSON Schema of a valibot schema, for the parts of valibot that an adapter's schema uses; any other part is an error
 * and never left out silently. Rules that only code can check (selectors, calendar days) stay in code: the schema
 * accepts everything that the code accepts.
 */

/**
 * @param schema - of valibot
 * @param options.labels - descriptions of keys, added to their schema
 * @throws {Error} at an unknown part of valibot
 */
export function jsonSchemaOf(schema, { title, labels = {} }) {
  const defs = {};
  const written = (part) => write(part, { defs, labels });
  const body = written(schema);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title,
    ...body,
    $defs: defs,
  };
}

function write(schema, context) {
  const steps = schema.pipe ?? [schema];
  const name = steps.find(({ type }) => type === 'title')?.title;
  if (name === undefined) return whole(steps, context);
  context.defs[name] ??= whole(steps, context);
  return { $ref: `#/$defs/${name}` };
}

function whole([base, ...actions], context) {
  const members = actions.find(({ type }) => type === 'metadata')?.metadata.members;
  const first = members
    ? { anyOf: members.map((member) => write(member, context)) }
    : base.pipe
      ? write(base, context)
      : shape(base, context);
  return Object.assign(first, ...actions.map((action) => rule(action, base.type)));
}

function shape(schema, context) {
  switch (schema.type) {
    case 'string':
    case 'number':
    case 'boolean':
      return { type: schema.type };
    case 'unknown':
      return {};
    case 'literal':
      return { const: schema.literal };
    case 'picklist':
      return { enum: [...schema.options] };
    case 'array':
      return { type: 'array', items: write(schema.item, context) };
    case 'record':
      return {
        type: 'object',
        propertyNames: write(schema.key, context),
        additionalProperties: write(schema.value, context),
      };
    case 'strict_object':
      return object(schema.entries, context);
    default:
      throw new Error(`JSON Schema of “${schema.type}” is not written yet`);
  }
}

function object(entries, context) {
  const required = [];
  const properties = {};
  for (const [key, entry] of Object.entries(entries)) {
    const isOptional = entry.type === 'exact_optional';
    const written = write(isOptional ? entry.wrapped : entry, context);
    if (!isOptional) required.push(key);
    const label = context.labels[key];
    properties[key] = label === undefined ? written : { ...written, description: label };
  }
  return {
    type: 'object',
    properties,
    ...(required.length > 0 ? { required } : {}),
    additionalProperties: false,
  };
}

/** Rules that only code can check, changes of a value, and parts handled above. */
const NO_RULE = new Set(['check', 'raw_check', 'trim', 'brand', 'title', 'metadata']);

function rule({ type, requirement }, of) {
  switch (type) {
    case 'min_length':
      return { [of === 'array' ? 'minItems' : 'minLength']: requirement };
    case 'max_length':
      return { [of === 'array' ? 'maxItems' : 'maxLength']: requirement };
    case 'min_value':
      return { minimum: requirement };
    case 'max_value':
      return { maximum: requirement };
    case 'max_entries':
      return { maxProperties: requirement };
    case 'regex':
      return { pattern: requirement.source };
    case 'integer':
      return { type: 'integer' };
    case 'iso_date':
      return { format: 'date' };
    default:
      if (NO_RULE.has(type)) return {};
      throw new Error(`JSON Schema of the rule “${type}” is not written yet`);
  }
}
