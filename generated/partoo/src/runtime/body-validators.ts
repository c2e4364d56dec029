import type { BodyValidators, OperationValidator } from './client.ts';
import { ValidationError } from './errors.ts';

/** Checks the bodies of operations by their ids. Apart from the rest, so that a client without it stays small. */
export function bodyValidators(operations: Readonly<Record<string, OperationValidator>>): BodyValidators {
  return {
    check(request, key, body, switches, response) {
      // an answer without a body (204, HEAD) has nothing to check, whatever its range promises
      const isEmpty = response !== undefined && body === undefined;
      if (isEmpty || (response ? switches.responses : switches.requests) === false) return body;
      const { [request.id]: validator } = operations;
      const parse = (response ? validator?.responses : validator?.body)?.[key];
      const checkOne = (value: unknown): void => {
        // what comes may be newer than what the documents list; what goes may not
        const parsed = parse?.(value, { open: response !== undefined && switches.responses !== 'closed' });
        if (parsed?.ok === false) throw new ValidationError(request, parsed.issues, response);
      };
      const each = response ? undefined : validator?.items?.[key];
      if (each) return each(body, checkOne);
      if (isStream(body)) body.checkItems(checkOne);
      else checkOne(body);
      return body;
    },
  };
}

/** Whether a body is given item by item (`ItemStream`): its items are checked as they come. */
function isStream(body: unknown): body is { checkItems(check: (item: unknown) => void): void } {
  return typeof body === 'object' && body !== null && 'checkItems' in body && typeof body.checkItems === 'function';
}
