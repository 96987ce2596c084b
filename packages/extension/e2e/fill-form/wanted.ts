/** The approved values for each practice form, as data, and the resulting state of the form. */
import type { ControlTarget, FillAct, FillStep } from '@cyber-prevent/core/fill';
import type { FormName } from './serve.ts';

interface Approved {
  readonly id: string;
  readonly tag: string;
  readonly type: string;
  readonly name: string;
  readonly act: FillAct;
}

/** The setting of the form: the prefix of each selector, the frame, and the suffix of its ids. */
export interface Setting {
  readonly frame: readonly number[];
  readonly host: boolean;
  readonly suffix: string;
}

export const PLAIN: Setting = { frame: [], host: false, suffix: '' };

const text = (id: string, value: string, tag = 'input', type = 'text'): Approved => ({
  id,
  tag,
  type: tag === 'input' ? type : '',
  name: tag === 'div' ? '' : id,
  act: { kind: 'type', text: value },
});
const choice = (id: string, value: string, shown: string): Approved => ({
  id,
  tag: 'select',
  type: '',
  name: id,
  act: { kind: 'choose', value, text: shown },
});
const tick = (id: string, name: string, type: 'checkbox' | 'radio', isTicked = true): Approved => ({
  id,
  tag: 'input',
  type,
  name,
  act: { kind: 'tick', isTicked },
});

export const APPROVED: Readonly<
  Record<Exclude<FormName, 'editor' | 'picker' | 'trap'>, readonly Approved[]>
> = {
  react: [
    text('name', 'Tamsin O’Connell-Vael'),
    text('email', 'parent@example.org', 'input', 'email'),
    text('bornOn', '14/03/2009'),
    text('postcode', 'zz9 9zz'),
    text('minutes', '45'),
    choice('route', 'SCH', 'School'),
    text('reason', 'Probed the school network'),
    tick('risk-high', 'risk', 'radio'),
    tick('consent', 'consent', 'checkbox'),
    tick('told', 'told', 'checkbox', false),
    text('narrative', 'First line\nsecond “line”\n\nfourth', 'textarea'),
  ],
  jquery: [
    text('surname', 'Brackenfield'),
    text('forename', ''),
    text('heldOn', '14/03/2026'),
    text('telephone', '07700900415', 'input', 'tel'),
    choice('region', 'S', 'South'),
    choice('district', 'Dogwood', 'Dogwood'),
    tick('urgent-yes', 'urgent', 'radio'),
    tick('copy-record', 'copies', 'checkbox', false),
    tick('copy-school', 'copies', 'checkbox'),
    text('note', 'One\nTwo', 'textarea'),
    text('account', 'Met at school\nAgreed a plan', 'div'),
    text('slug', 'Two Words'),
  ],
  plain: [
    text('day', '14'),
    text('month', '03'),
    text('year', '2009'),
    text('short', 'Twenty units at most', 'textarea'),
    text('date', '2026-03-14', 'input', 'date'),
    text('count', '12', 'input', 'number'),
    tick('sex-m', 'sex', 'radio'),
    choice('kind', '1', 'Other'),
  ],
};

export const STATE: Readonly<Record<keyof typeof APPROVED, Readonly<Record<string, unknown>>>> = {
  react: {
    name: 'Tamsin O’Connell-Vael',
    email: 'parent@example.org',
    bornOn: '14/03/2009',
    postcode: 'ZZ9 9ZZ',
    minutes: '45',
    route: 'SCH',
    reason: 'Probed the school network',
    risk: 'high',
    consent: true,
    told: false,
    narrative: 'First line\nsecond “line”\n\nfourth',
    officer: 'DC Thackeray',
  },
  jquery: {
    surname: 'Brackenfield',
    forename: '',
    heldOn: '14-Mar-2026',
    telephone: '07700 900415',
    region: 'S',
    district: 'Dogwood',
    urgent: 'yes',
    copies: ['school'],
    note: 'One\nTwo',
    account: 'Met at school\nAgreed a plan',
    slug: 'two-words',
  },
  plain: {
    token: 't0p',
    pass: '',
    code: '',
    day: '14',
    month: '03',
    year: '2009',
    short: 'Twenty units at most',
    date: '2026-03-14',
    count: '12',
    fixed: 'R-1',
    trap: '',
    sends: '',
    posts: '',
    leaves: '',
    sex: 'M',
    kind: '1',
    shade: '#000000',
  },
};

export function targetOf(
  { id, tag, type, name }: Omit<Approved, 'act'>,
  { frame, host, suffix }: Setting = PLAIN,
): ControlTarget {
  return { frame, selector: `${host ? '#host >>> ' : ''}#${id}${suffix}`, tag, type, name };
}

/** Steps as a plan makes them, from the values found in the form. */
export function stepsOf(
  approved: readonly Approved[],
  facts: readonly {
    readonly target: ControlTarget;
    readonly value: string;
    readonly isTicked: boolean;
  }[],
  setting: Setting = PLAIN,
): readonly FillStep[] {
  return approved.map((each) => {
    const target = targetOf(each, setting);
    const found = facts.find((fact) => fact.target.selector === target.selector);
    if (!found) throw new Error(`Nothing was found for ${target.selector}`);
    return {
      id: each.id,
      target,
      act: each.act,
      before: { value: found.value, isTicked: found.isTicked },
    };
  });
}
