import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSecretFill, isSecretLabel, isSecretName } from './secret-name.js';
import words from './secret-name.json' with { type: 'json' };

const ORDINARY =
  `shipping opinion footprint postcode post_code spinner pinned pinnacle pinpoint mapPin drop_pin hairpin compass passage passenger
  passport passportNumber bypass surpass pass_rate busPass keyword key_worker keyWorker keyStage monkey turnkey
  keyboard cardiff cardigan discard wildcard postcard scorecard warrant_card_number simCardNumber library-card-number
  secretary secretariat tokenised codename dialling_code sort_code country-code areaCode offenceCode codeOfConduct
  encoding decode unicode barcode question_answer answer answers answer1 security_question memorable_event
  memory securityLevel security_clearance cardinality cardholder_name account_number number phone_number contact_no
  caseNo no notes reference expiry exp_date experience explanation cvs hotpoint topic stop_card_no redCardNo
  dob date_of_birth forename surname address1 town email mobile narrative pinterest_handle api_url accessLevel
  private private_notes public_key_stage auth_officer authority authorised_by new_address current_address`.split(
    /\s+/,
  );

const SECRET =
  `userpassword otpcode cardnumber pin memorableword security_answer apikey cyfrinair password userPassword user_passwd
  txtUserPIN pin1 userpin new-pin PINNumber otp OTPCode smsOtp login.otp APIKey api_key pwd pwd2 oldPwd wppassword
  ctl00$Main$txtPassword pass login_pass memorable_word memorableWordInput securityAnswer2 secret_answer cvv cvc2 card-no
  cardNumber cc_number cc-exp credit_card csrf_token csrfmiddlewaretoken xsrf token accessToken 2fa mfa_code
  verification_code securityCode rhif_cerdyn gair-cofiadwy codDiogelwch ateb_diogelwch cyfrinairNewydd`.split(
    /\s+/,
  );

describe('a field that holds a secret', () => {
  it.each(SECRET)('is known by the name %s', (name) => {
    expect(isSecretName(name)).toBe(true);
  });

  it.each(ORDINARY)('is not what is called %s', (name) => {
    expect(isSecretName(name)).toBe(false);
  });

  it('is known however its words are joined, and whatever else stands before and after them', () => {
    const phrase = fc.constantFrom(...words.anywhere, ...words.phrases).map((it) => it.split(' '));
    const other = fc.constantFrom('officer', 'referral', 'x', 'main', 'contact', 'form');
    const camel = (all: readonly string[]) =>
      all.map((word, at) => (at === 0 ? word : word[0]?.toUpperCase() + word.slice(1))).join('');
    const join = fc.constantFrom(
      (all: readonly string[]) => all.join('_'),
      (all: readonly string[]) => all.join('-'),
      (all: readonly string[]) => all.join('.'),
      (all: readonly string[]) => all.join('_').toUpperCase(),
      camel,
    );
    fc.assert(
      fc.property(phrase, fc.array(other, { maxLength: 2 }), join, (secret, before, joined) => {
        expect(isSecretName(joined([...before, ...secret]))).toBe(true);
        expect(isSecretName(joined([...secret, ...before]))).toBe(true);
        expect(isSecretName([...before, secret.join('')].join('_'))).toBe(true);
      }),
    );
  });

  it('is never told by letters within a longer word', () => {
    const letters = fc.stringMatching(/^[b-df-hj-np-tv-z]{2,6}$/);
    const short = fc.constantFrom('pin', 'otp', 'pwd', 'cvc', 'cvv', 'mfa', 'token', 'secret');
    fc.assert(
      fc.property(letters, letters, short, (before, after, word) => {
        fc.pre(!isSecretName(before) && !isSecretName(after));
        const known = words.beside.some((each) => before.endsWith(each) || after.startsWith(each));
        fc.pre(!known && !/^(?:s|ary)/.test(after));
        expect(isSecretName(before + word + after)).toBe(false);
      }),
    );
  });
});

describe('a label or placeholder', () => {
  it.each([
    'Password',
    'Enter your PIN',
    'Card number',
    'PIN:',
    'Eich cyfrinair',
    'One-time code',
    'Security answer',
  ])('%s asks for a secret', (label) => {
    expect(isSecretLabel(label)).toBe(true);
  });

  it.each([
    'Did they share a password with others?',
    'Passwords found on the device',
    'Postcode',
    'Token of appreciation given',
    'Answer',
    'Warrant card number',
  ])('%s does not', (label) => {
    expect(isSecretLabel(label)).toBe(false);
  });
});

it('goes by the tokens of autocomplete', () => {
  for (const token of ['one-time-code', 'section-a billing cc-number', 'CC-NAME', 'new-password'])
    expect([token, isSecretFill(token)]).toEqual([token, true]);
  for (const token of ['', 'on', 'username', 'postal-code', 'bday'])
    expect([token, isSecretFill(token)]).toEqual([token, false]);
});
