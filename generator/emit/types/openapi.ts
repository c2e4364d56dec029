import { compareText } from '../../base/order.ts';
import type { Api } from '../../model/model.ts';
import { doAside } from '../../base/aside.ts';
import type { EmitInput, EmittedFile } from '../emitter.ts';
import { layout } from '../layout.ts';
import { moduleHeader } from '../module.ts';
import { openPlaces } from './open-places.ts';
import { typesPrinting } from './aside.ts';
import { createPlaceholders } from './placeholders.ts';
import { resolvable } from './recursion.ts';
import { specView } from './view.ts';

type ModelParts = Pick<Api, 'schemas' | 'webhooks'>;

/** `src/openapi.ts`: what openapi-typescript makes of the normalized spec, left open where the model of it is, and with its webhooks. */
export async function emitOpenapi(
  spec: EmitInput['spec'],
  { schemas, webhooks }: ModelParts = { schemas: [], webhooks: [] },
): Promise<EmittedFile> {
  const placeholders = createPlaceholders(spec);
  const view = resolvable(specView(spec, placeholders, { open: openPlaces(schemas, spec), webhooks }));
  const { text, imported } = await doAside(typesPrinting, view);
  // no document's text is among these names: the compiler of the runtime knows them
  const names = imported.toSorted(compareText).join(', ');
  const imports = names === '' ? '' : `import type { ${names} } from './runtime/open.js';\n\n`;
  return { path: layout.openapi, text: `${moduleHeader}\n\n${imports}${placeholders.restore(text).trim()}\n` };
}
