// A referral form as React makes them: every control says what the state says, and whatever the state refuses is gone again.
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { place, suffix } from './mount.js';

const START = {
  name: '',
  email: 'old@example.org',
  bornOn: '',
  postcode: '',
  minutes: '',
  reason: '',
  route: '',
  risk: 'low',
  consent: false,
  told: true,
  narrative: '',
  officer: 'DC Thackeray',
};

/** Two figures, a stroke, two figures, a stroke, four figures: whatever else is typed is left out. */
function masked(text) {
  const figures = text.replace(/\D/g, '').slice(0, 8);
  return [figures.slice(0, 2), figures.slice(2, 4), figures.slice(4)].filter(Boolean).join('/');
}

function Form() {
  const [state, setState] = useState(START);
  const [left, setLeft] = useState([]);
  globalThis.formState = () => ({ ...state });
  globalThis.leftControls = () => [...left];
  const put = (key, as = (text) => text) => ({
    id: `${key}${suffix}`,
    name: key,
    value: state[key],
    onChange: ({ target }) => setState((now) => ({ ...now, [key]: as(target.value) })),
    onBlur: () => setLeft((now) => [...now, key]),
  });
  const ticked = (key) => ({
    id: `${key}${suffix}`,
    name: key,
    type: 'checkbox',
    checked: state[key],
    onChange: ({ target }) => setState((now) => ({ ...now, [key]: target.checked })),
  });
  return (
    <form onSubmit={() => fetch('/api/referrals', { method: 'POST', body: JSON.stringify(state) })}>
      <h1>New referral</h1>
      <label htmlFor={`name${suffix}`}>Full name</label>
      <input {...put('name')} />
      <label htmlFor={`email${suffix}`}>E-mail</label>
      <input type="email" {...put('email')} />
      <label htmlFor={`bornOn${suffix}`}>Date of birth</label>
      <input placeholder="dd/mm/yyyy" {...put('bornOn', masked)} />
      <label htmlFor={`postcode${suffix}`}>Postcode</label>
      <input {...put('postcode', (text) => text.toUpperCase())} />
      <label htmlFor={`minutes${suffix}`}>Minutes</label>
      <input {...put('minutes', (text) => (/^\d{0,3}$/.test(text) ? text : state.minutes))} />
      <label htmlFor={`route${suffix}`}>Route</label>
      <select {...put('route')}>
        <option value="">Choose</option>
        <option value="SCH">School</option>
        <option value="FAM">Family</option>
        <option value="OLD" disabled>
          Fax
        </option>
      </select>
      {/* Built anew whenever the route is another: the box that was there is thrown away. */}
      <div key={state.route}>
        <label htmlFor={`reason${suffix}`}>Reason</label>
        <input {...put('reason')} />
      </div>
      <fieldset>
        <legend>Risk</legend>
        {['low', 'medium', 'high'].map((risk) => (
          <label key={risk}>
            <input
              type="radio"
              id={`risk-${risk}${suffix}`}
              name="risk"
              value={risk}
              checked={state.risk === risk}
              onChange={() => setState((now) => ({ ...now, risk }))}
            />
            {risk}
          </label>
        ))}
      </fieldset>
      <label>
        <input {...ticked('consent')} /> Consent was given
      </label>
      <label>
        <input {...ticked('told')} /> The parent was told
      </label>
      <label htmlFor={`narrative${suffix}`}>What happened</label>
      <textarea {...put('narrative')} />
      <label htmlFor={`officer${suffix}`}>Officer</label>
      <input {...put('officer')} />
      <button type="submit">Save</button>
    </form>
  );
}

createRoot(place()).render(<Form />);
