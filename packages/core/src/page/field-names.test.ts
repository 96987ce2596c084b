/**
 * Names and labels of fields, written by hand, separate from the data: secrets that are never read, and ordinary fields
 * that are.
 */
import { describe, expect, it } from 'vitest';
import { isSecretLabel, isSecretName } from './tree/secret-name.js';

const words = (text: string) => text.trim().split(/\s+/);
const SECRET = words(`
 txtPin user_pwd pass_phrase passphrase cvv2 accessCode access-code pinCode pin_number myPin customerPin PassWd passwrd
 txt_pass loginPassword confirmPassword password_confirmation repeat-password currentPassword newPwd pswd
 passcode pass-code entryPasscode oneTimeCode one_time_password one-time-passcode totp totpCode smsCode authCode auth_code
 authenticatorCode cardSecurityCode cvn ccNumber ccnum card_num debitCardNumber creditCardNo card_pan
 secretWord secretAnswer memorableInfo memorable_information memorablePlace recoveryCode recovery_key backupCode
 api-secret clientSecret client_secret privateKey sshKey secretKey secret_key encryptionKey sessionToken refresh_token
 bearerToken authToken jwt seedPhrase recovery-phrase txtCyfrinair cyfrinair_newydd cadarnhau-cyfrinair rhifPin rhif_pin
 codPin cod-mynediad gairCofiadwy cod_cyfrinachol rhifCerdyn ymadrodd-cyfrinachol j_password ctl00_txtPwd edtPassword
 password1 Password2 pw userPw otp_code verificationCode verify-code mfaToken twoFactorCode 2faCode googleAuthCode
 securityAnswer answerToSecurityQuestion memorableDate bitlockerRecoveryKey fldPIN hidPin PIN_1 inputPassword4 passwordField
`);
const ORDINARY = words(`
  spinCount passengerName compassPoint areaCode nhs_number pinnedNote spinalInjury opinionText passportNo
  passported_benefit passOnTo passedTo passDate exam_pass_mark keyDates keyStage4 key_contact keyholderName hockeyClub
  donkeyName jockey keyRisk secretariatEmail secretaryName codeOfPractice postalCode courtCode forceCode ethnicityCode
  crn pnc_id pncNumber niNumber upn cardiacHistory scorecardNotes boardGame wardNumber discardReason dashboardName
  cvText cvSummary photoPath answerphone answer_to_q1 securityOfficer securityMarking securityClassification
  accessNeeds access_arrangements accessToInternet authorName authorisingOfficer authority_ref memoryIssues paraphrase
  privateAddress privateNotes codeName operationName cyfeiriad cyfenw enw cod_post ateb cwestiwn cyfryngau rhifFfon
  dyddiadGeni gweithiwrAllweddol pinc mapping pingTime passiveUse passionNotes pastime compassionateLeave trespassNotice
  underpassLocation encompass hashtag hashedTag warrantCardNo keyFindings keyDecisions key_points keyStageTwo turkeyFarm
  whiskey monkeyName concernCode reasonCode statusCode countryCode langCode ageCode crimeCode homeOfficeCode
  costCode qr_code unitCode callSign spinner_text shoppingList happiness campingTrip stepping 
  csc sessionDate sessionNotes session_number sessionKind recoveryDate recoveryPlan
  backupContact backup_phone verificationDate verifiedBy secretlyRecorded phraseUsed signature signedBy
  pinpointLocation personalNumber collarNumber custodyNumber rhif_achos rhifFfonSymudol enwCyntaf manylionCyswllt
  gairAllweddol cerdynAdroddiad accessOfficer cardOwnerName greetingCard yellowCard redCardDate bankName
  sim_number imei passRate gcsePass overpassStreet boarding_pass_no
`);
const ASKS_FOR_SECRET = [
  'PIN',
  'Your password',
  'Password (again)',
  'Security code',
  'Card number',
  'Long card number',
  'CVV',
  '3-digit security code',
  'Memorable word',
  'Memorable word – 3rd letter',
  'One-time passcode',
  'Enter the 6-digit code we sent you',
  'API key',
  'Access token',
  'Secret answer',
  'Cyfrinair',
  'Eich cyfrinair newydd',
  'Rhif y cerdyn',
  'Rhif PIN',
  'Gair cofiadwy',
  'Cod diogelwch',
  'Passphrase',
  'Recovery key',
  'Enter your PIN',
  'Passcode',
  'Answer to your security question',
  'Authenticator code',
  'New password*',
  'Login password:',
  'Verification code',
];
const ASKS_FOR_ORDINARY = [
  'Opinion',
  'Passport number',
  'Passed to',
  'Key worker',
  'Key stage',
  'NHS number',
  'Postcode',
  'Area code',
  'Offence code',
  'Access needs',
  'Spinal injury',
  'Passenger name',
  'Answers given',
  'Security marking',
  'Private address',
  'Secretary',
  'Code name',
  'Warrant card number',
  'Cardiff office',
  'Gweithiwr allweddol',
  'Cod post',
  'Rhif ffôn',
  'Cyfeiriad',
  'Memory',
  'Session notes',
  'Recovery plan',
  'Library card',
  'Discord token of thanks',
  'Has he shared his passwords with others?',
  'What he knows about password security',
  'Notes about the API key he found',
  'Pinned message',
  'Online safety: passwords',
  'Does the young person use a password manager?',
  'Compass',
  'Token of appreciation',
  'Card for the birthday',
];

describe('the name of a field', () => {
  it.each(SECRET)('%s is of a secret', (name) => {
    expect(isSecretName(name)).toBe(true);
  });

  it.each(ORDINARY)('%s is ordinary', (name) => {
    expect(isSecretName(name)).toBe(false);
  });
});

describe('the label of a field', () => {
  it.each(ASKS_FOR_SECRET)('“%s” asks for a secret', (label) => {
    expect(isSecretLabel(label)).toBe(true);
  });

  it.each(ASKS_FOR_ORDINARY)('“%s” asks for nothing secret', (label) => {
    expect(isSecretLabel(label)).toBe(false);
  });
});
