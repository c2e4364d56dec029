import { isObject, setOwn, type JsonObject, type JsonValue } from '../../base/json.ts';

const secretName =
  /(?:^|[-_.])(?:pass(?:word|wd|phrase)?|pwd|secret|api[-_]?key|apikey|auth|authorization|cookie|session(?:[-_]?(?:id|key|token))?|csrf|xsrf|otp|pin|cvv|cvc|jwt|bearer|signature|credentials?|private[-_]?key)$|(?:^|[-_.])(?:access|refresh|id|auth|bearer|csrf|xsrf|session|api|security)?[-_]?token$/i;

/** Keys and tokens as services hand them out: signed tokens (RFC 7519), prefixed keys, what follows a scheme's name. */
const secretValue =
  /^(?:(?:bearer|basic|token|digest) \S+|eyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*|(?:sk|pk|rk|ghp|gho|ghs|pat|xox[abpsr]|glpat|shpat|whsec)[-_]\w[\w-]{10,}|AKIA[A-Z\d]{12,})$/i;

/** Whether what is called so is a secret: a password, a token, a key, a session. */
export function isSecretName(name: string): boolean {
  return secretName.test(name.replaceAll(/([a-z\d])([A-Z])/g, '$1_$2'));
}

/** Whether a text has the form of a key or token. */
export function isSecretValue(value: string): boolean {
  return secretValue.test(value);
}

/** A copy of a value in which each text that is a secret, by its name or its form, is a stand-in of that name. */
export function withoutSecrets(value: JsonValue, name = 'value'): JsonValue {
  if (Array.isArray(value)) return value.map((item) => withoutSecrets(item, name));
  if (isObject(value)) {
    const copy: JsonObject = {};
    for (const [key, member] of Object.entries(value)) setOwn(copy, key, withoutSecrets(member, key));
    return copy;
  }
  const hidden = typeof value === 'string' && value !== '' && (isSecretName(name) || isSecretValue(value));
  return hidden ? `<${name}>` : value;
}
