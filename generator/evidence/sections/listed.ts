import { queryMentions } from './query-mentions.ts';
import type { Evidence, Fact } from '../evidence.ts';
import { inlineBodies } from './inline-json.ts';
import { rowAnswer } from './row-answers.ts';
import type { NamedEndpoint } from './section-endpoints.ts';

/** What a row of a table of endpoints states: the operation, its server, the text and the bodies beside it. Gives no diagnostics. */
export function listedEvidence(endpoint: NamedEndpoint): Evidence[] {
  const { operation, server, text, name, shown, status, mentions, scopes = [], block } = endpoint;
  const { location } = block;
  const about = (fact: Fact): Evidence => {
    return { subject: { kind: 'operation', operation }, fact, location, method: 'cell', confidence: 'medium' };
  };
  const answered = status === undefined ? [] : [{ kind: 'response', operation, status, path: [] } as const];
  return [
    about({ kind: 'exists' }),
    ...answered.map((subject) => ({ ...about({ kind: 'exists' }), subject })),
    ...(name === undefined ? [] : [about({ kind: 'name', text: name })]),
    ...(text === undefined ? [] : [about({ kind: 'description', text })]),
    ...rowAnswer(endpoint),
    ...(mentions === undefined ? [] : queryMentions({ text: mentions, location }, operation)),
    ...scopes.map((scope) => about({ kind: 'scope', scope })),
    ...inlineBodies([text ?? '', shown ?? ''].join('\n'), operation, location),
    ...(server === undefined ? [] : [{ ...about({ kind: 'server', url: server }), subject: { kind: 'api' } as const }]),
  ];
}
