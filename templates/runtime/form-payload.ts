import { coerced, type CoercionPlan } from './coercion.js';
import { textPayload, type PayloadReader } from './webhooks.js';

/**
 * A form (`application/x-www-form-urlencoded`) as an object whose members have the types that `plans` say; a name that comes
 * more than once is a list.
 */
export const formPayload =
  (plans: Readonly<Record<string, CoercionPlan>>): PayloadReader =>
  (body) => {
    const entries: [name: string, value: string][] = [];
    // no spread: not every target lets them be walked
    new URLSearchParams(textPayload(body)).forEach((value, name) => entries.push([name, value]));
    return coerced(entries, plans);
  };
