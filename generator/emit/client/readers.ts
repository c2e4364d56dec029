import type { Identifier } from '../../base/names.ts';
import { sequenceKind } from '../../base/sequences.ts';
import type { MediaType } from '../../model/model.ts';
import { code, joinCode, literal, type Code } from '../code.ts';
import { layout } from '../layout.ts';
import type { Module } from '../module.ts';
import { readKind, type Answer } from './answers.ts';

/** How the runtime reads the body of an answer (`BodyKind` in `templates/runtime/decode.ts`). */
export function bodyReader({ kind, response }: Answer, module: Module): Code | Identifier {
  const [media] = response.content;
  const streams = response.content.filter(({ mediaType }) => sequenceKind(mediaType) !== undefined);
  if (kind === 'any' && streams.length > 0) return byContentType(streams, module);
  if (kind === 'json' || kind === 'text' || kind === 'any') return literal(kind);
  if (kind === 'binary' || !media) return use(module, 'decode', 'readBlob');
  return streamReader(media, module);
}

/** A stream beside other media types: the answer itself says which it is. */
function byContentType(streams: readonly MediaType[], module: Module): Code {
  const entries = streams.map((media) => {
    const essence = (media.mediaType.split(';')[0] ?? '').trim().toLowerCase();
    return code`${literal(essence)}: ${streamReader(media, module)}`;
  });
  return code`/* @__PURE__ */ ${use(module, 'by-content-type', 'byContentType')}({ ${joinCode(entries, ', ')} })`;
}

function streamReader(media: MediaType, module: Module): Code | Identifier {
  const kind = readKind(media);
  if (kind === 'lines') return use(module, 'json-lines', 'jsonLines');
  if (kind === 'records') return use(module, 'json-lines', 'jsonRecords');
  const { data = 'text', end } = media.events ?? {};
  const given = end === undefined ? literal(data) : joinCode([literal(data), literal(end)], ', ');
  return code`/* @__PURE__ */ ${use(module, 'event-stream', 'eventStream')}(${given})`;
}

function use(module: Module, file: string, name: string): Identifier {
  return module.use(layout.runtime(file), name as Identifier, 'value');
}
