import type { Identifier } from '../../base/names.ts';
import type { Api, BodyPart, MediaType, Schema } from '../../model/model.ts';
import { code, joinCode, literal, objectKey, type Code } from '../code.ts';
import { layout, validatorNames } from '../layout.ts';
import type { Module } from '../module.ts';
import { createReaders, planEntry, type Readers } from '../text-readers.ts';
import { mediaClass } from './media.ts';
import { schemaNamed } from './sample.ts';

/** What a webhook carries: its type, what checks it, and how it is read where that is not as JSON. */
export interface WebhookPayload {
  readonly payload: Code | Identifier;
  readonly check: Code | Identifier;
  readonly read?: Code | Identifier;
}

/**
 * The payload of a webhook in one media type: JSON and forms are what their schema says; text is a string, of which a
 * schema is checked where it is one of strings; anything else is bytes.
 */
export function payloadOf(api: Api, module: Module, media: MediaType): WebhookPayload {
  const { schema: name, mediaType } = media;
  const runtime = (reader: string): Identifier => module.use(layout.runtime('webhooks'), reader as Identifier, 'value');
  const type = (): Code | Identifier => (name ? module.use(layout.schemas, name, 'type') : code`unknown`);
  const check = (): Code | Identifier =>
    name ? module.use(layout.validators, validatorNames(name).parse, 'value') : code`undefined`;
  const schema = name && schemaNamed(api, name);
  switch (mediaClass(mediaType)) {
    case 'json':
    case 'any':
      return { payload: type(), check: check() };
    case 'form':
      return {
        payload: name ? type() : code`Readonly<Record<string, string | readonly string[]>>`,
        check: check(),
        read: formReader(api, module, schema, media.parts ?? []),
      };
    case 'text': {
      const isText = schema?.kind === 'string';
      return {
        payload: isText ? type() : code`string`,
        check: isText ? check() : code`undefined`,
        read: runtime('textPayload'),
      };
    }
    default:
      return { payload: code`Uint8Array<ArrayBuffer>`, check: code`undefined`, read: runtime('bytesPayload') };
  }
}

/** What reads a form whose members are no texts (OAS 3.1, sections 4.8.14.4 and 4.8.15). */
function formReader(api: Api, module: Module, schema: Schema | undefined, parts: readonly BodyPart[]): Code {
  const make = module.use(layout.runtime('form-payload'), 'formPayload' as Identifier, 'value');
  const readers = createReaders(api, module);
  const encodings = new Map(parts.map((part) => [part.name, part]));
  const plans = (schema ? readers.propertiesOf(schema) : []).flatMap(({ name, schema: member }) => {
    const plan = memberPlan(readers, member, encodings.get(name));
    return plan === undefined ? [] : [code`  ${planEntry(readers, name, plan)}`];
  });
  return plans.length === 0 ? code`/* @__PURE__ */ ${make}({})` : code`/* @__PURE__ */ ${make}({\n${plans}\n})`;
}

/** How one member of a form is read; undefined where it is the text that it is written as. An object is JSON unless a style says otherwise. */
function memberPlan(readers: Readers, schema: Schema, encoding: BodyPart | undefined): Code | undefined {
  const { style } = encoding ?? {};
  if (readers.isObject(schema)) {
    if (style === undefined) return code`{ read: ${readers.use('toJson')} }`;
    const members = readers.partsOf(schema).map(({ name, read }) => code`${objectKey(name)}: ${read}`);
    const form = style.style === 'deepObject' ? 'bracketed' : 'spread';
    return code`{ members: ${literal(form)}, parts: { ${joinCode(members, ', ')} } }`;
  }
  const separators = { form: ',', spaceDelimited: ' ', pipeDelimited: '|' } as const;
  const separator = style && !style.explode ? separators[style.style as keyof typeof separators] : undefined;
  const read = readers.read(schema, separator);
  return read && code`{ read: ${read} }`;
}
