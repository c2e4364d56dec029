import type { Identifier } from '../../base/names.ts';
import { layout } from '../layout.ts';
import { createModule, type FinishedModule } from '../module.ts';

/** What stands in which module of the runtime, and what of it are types. */
const exported: Readonly<Record<string, { readonly values: readonly string[]; readonly types: readonly string[] }>> = {
  client: { values: [], types: ['Call', 'Layer', 'OperationInfo', 'RequestOptions', 'Transport'] },
  'layer-options': { values: [], types: ['RetryOptions', 'TimeoutOptions'] },
  log: { values: ['log'], types: ['LogEntry', 'LogSettings'] },
  middleware: { values: ['compose', 'use'], types: [] },
  redact: { values: ['redactHeaders', 'redactUrl', 'redacted', 'secretsOf'], types: [] },
  resilience: { values: ['resilience'], types: ['ResilienceSettings'] },
  retry: { values: ['retry'], types: ['RetrySettings'] },
  timeout: { values: ['attemptTimeout', 'timeout'], types: [] },
  trace: { values: ['trace'], types: ['TraceSettings', 'TraceSpan', 'Tracer'] },
};

/**
 * `src/transports.ts`: the layers that a client can be given. Every package has them, apart from the rest, so that names of
 * the API keep theirs and a bundle holds those that are imported.
 */
export function transportsModule(): FinishedModule {
  const module = createModule(layout.transports);
  for (const [name, { values, types }] of Object.entries(exported)) {
    const from = layout.runtime(name);
    if (values.length > 0) module.add({ kind: 'export', from, names: values as readonly Identifier[] });
    if (types.length > 0) module.add({ kind: 'export', from, names: types as readonly Identifier[], typeOnly: true });
  }
  return module.finish();
}
