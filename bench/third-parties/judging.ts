import type { ApiClient } from '../../templates/runtime/client.ts';
import { OperationError } from '../../templates/runtime/errors.ts';
import type { Answer, Call } from './calls.ts';
import type { AnyOperation, LoadedPackage } from './package.ts';
import type { Judge } from './servers.ts';

/** What a third party said of calls or answers of one description. */
export interface Tally {
  readonly description: string;
  readonly judge: string;
  valid: number;
  invalid: number;
  /** What came out otherwise than it should, with the reason that was given. */
  readonly failures: string[];
}

/** An empty tally. */
export const tallyOf = (description: string, judge: string): Tally => ({
  description,
  judge,
  valid: 0,
  invalid: 0,
  failures: [],
});

type Outcome = { readonly status: number; readonly body: unknown } | { readonly thrown: string };

async function outcome(operation: AnyOperation, client: ApiClient, input: Call['input']): Promise<Outcome> {
  try {
    const { status, body } = await operation.result(client, input, { signal: AbortSignal.timeout(20_000) });
    return { status, body };
  } catch (error) {
    const isOurs = error instanceof Error && (error instanceof OperationError || 'operationId' in error);
    const cause = isOurs && error.cause instanceof Error ? `: ${error.cause.message}` : '';
    return { thrown: `${String(error)}${cause}` };
  }
}

/** Whether a status says that a request breaks the description. */
const isRefusal = (status: number): boolean => status >= 400 && status < 500;

/** Makes all calls against a server that validates, and notes which it judged otherwise than we do. */
export async function judgeCalls(
  made: LoadedPackage,
  calls: readonly Call[],
  judge: Judge,
  tally: Tally,
): Promise<void> {
  const client = made.client({ baseUrl: judge.url, servers: false });
  for (const { operationId, change, input } of calls) {
    const operation = made.operation(operationId);
    if (!operation) continue;
    const isValid = change === 'valid';
    tally[isValid ? 'valid' : 'invalid'] += 1;
    const answer = await outcome(operation, client, input);
    const isAccepted = 'status' in answer && !isRefusal(answer.status) && !isFault(answer);
    const isRefused = 'status' in answer && isRefusal(answer.status);
    if (isValid ? isAccepted : isRefused) continue;
    tally.failures.push(`${operationId}: ${isValid ? 'a valid call' : change}: ${said(answer)}`);
  }
}

/** Prism answers 500 where it cannot do its part; where it cannot make up an example, it has accepted the request. */
function isFault({ status, body }: { readonly status: number; readonly body: unknown }): boolean {
  return (
    status >= 500 &&
    !/NO_RESPONSE_DEFINED|NO_COMPLEX_OBJECT|NOT_ACCEPTABLE|SCHEMA_TOO_COMPLEX/.test(JSON.stringify(body) ?? '')
  );
}

/** Has answers sent through a proxy that validates them: valid ones are to arrive and to pass our validators, others are not. */
export async function judgeAnswers(
  made: LoadedPackage,
  { calls, answers }: { readonly calls: readonly Call[]; readonly answers: readonly Answer[] },
  proxy: Judge & { answer(answer: Answer): void },
  tally: Tally,
): Promise<void> {
  const unchecked = made.client({ baseUrl: proxy.url, servers: false });
  // what the proxy says of a broken answer may have a status that the description promises something else for
  const checked = made.client({
    baseUrl: proxy.url,
    servers: false,
    validators: made.validators,
    validate: { requests: false },
  });
  for (const answer of answers) {
    const operation = made.operation(answer.operationId);
    const call = calls.find(({ operationId, change }) => operationId === answer.operationId && change === 'valid');
    if (!operation || !call) continue;
    proxy.answer(answer);
    const isValid = answer.change === 'valid';
    tally[isValid ? 'valid' : 'invalid'] += 1;
    const got = await outcome(operation, isValid ? checked : unchecked, call.input);
    const hasArrived = 'status' in got && got.status === answer.status;
    const isRefused = 'status' in got && got.status === 500;
    if (isValid ? hasArrived && JSON.stringify(got.body) === JSON.stringify(answer.body) : isRefused) continue;
    tally.failures.push(
      `${answer.operationId}: ${isValid ? 'a valid answer' : `answer ${answer.change}`}: ${said(got)}`,
    );
  }
}

function said(answer: Outcome): string {
  if ('thrown' in answer) return answer.thrown.slice(0, 160);
  // what a mock makes up is the description's own text
  if (answer.status < 400) return `${answer.status}`;
  const text = typeof answer.body === 'string' ? answer.body : (JSON.stringify(answer.body) ?? '');
  return `${answer.status} ${text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/127\.0\.0\.1:\d+/g, 'server')
    .slice(0, 200)}`.trim();
}
