import type { BodyValidators, OperationValidator } from './client.js';
import { ValidationError } from './errors.js';

/** Checks the bodies of operations by their ids. Apart from the rest, so that a client without it stays small. */
export function bodyValidators(operations: Readonly<Record<string, OperationValidator>>): BodyValidators {
  return {
    check(request, key, body, switches, response) {
      if ((response ? switches.responses : switches.requests) === false) return;
      const { [request.id]: validator } = operations;
      const parsed = (response ? validator?.responses : validator?.body)?.[key]?.(body);
      if (parsed?.ok === false) throw new ValidationError(request, parsed.issues, response);
    },
  };
}
