/** Reasons that a value is not typed, or not unless the officer says so: each a sentence with what to do. */
import type { Issue } from '../shared/issue.js';

export function boxIssue(code: keyof typeof BOX_ISSUES, at: string, ...words: string[]): Issue {
  const message = BOX_ISSUES[code].replace(
    /\{(\d)\}/g,
    (_, place: string) => words[Number(place)] ?? '',
  );
  return { code, message, at, severity: 'warning' };
}

const BOX_ISSUES = {
  'box-not-found': 'No box on this page asks for this. Use the paste pack, or add it by hand',
  'boxes-several':
    'More than one box asks for this ({0}), and it is not clear which is meant. Type it yourself',
  'box-closed':
    'This box cannot be changed on this page. Open the page for editing, and read the form again',
  'box-hidden':
    'This box is on the page but not on screen. Open the part of the page that it is in, and read the form again',
  'box-submits': 'Changing this box sends the form or leaves the page. Type this one yourself',
  'box-made-otherwise':
    'This is not a box that can be typed into from here. Use the paste pack, or choose it yourself',
  'box-suppressed': 'The adapter for this system says that nothing is typed here',
  'box-holds': 'It already says “{0}”. Choose to type over it only if that is out of date',
  'box-too-short':
    'It takes {0} characters and this has {1}. Use the paste pack, which cuts it between words, or shorten it yourself',
  'box-takes-no-lines':
    'It takes one line, and this has several. Use the paste pack, or type a summary yourself',
  'choice-missing': 'Its list has no “{0}”. Choose the nearest yourself',
  'choice-several': 'Its list has more than one “{0}”. Choose it yourself',
  'choice-closed': '“{0}” cannot be chosen in its list at the moment. Choose it yourself',
  'box-wants-other': 'It asks for {0}, and this is not one. Type it yourself',
  'date-order-unknown':
    'Nothing on this page shows whether it takes the day or the month first. Type this one yourself: {0}',
  'date-meaning-unknown':
    'It says “{1}”, and nothing on this page shows whether the day or the month comes first. Check that it means {0}, and type this one yourself if it does not',
  'date-differs':
    'It says “{1}”, which is a different day from {0}. Type this one yourself if that is out of date',
  'born-differs':
    'It says “{0}”, which is a different date of birth. Check whose form this is before you type anything',
  'value-disputed':
    '{0} is recorded too, and nobody has settled which is right. Check which one this form should have',
  'value-kind-differs':
    'The box asks for “{0}”, and this is {1}. Choose to type it only if it belongs there',
  'value-kind-unknown':
    'The box asks for “{0}”, and nothing says that this is one. Choose to type it only if it belongs there',
  'value-sensitive': 'This is sensitive. It is typed only when you choose it',
  'value-of-other': 'This is about another person. It is typed only when you choose it',
} as const;
