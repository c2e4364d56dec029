import { sequenceKind, type SequenceKind } from '../../base/sequences.ts';
import type { MediaType } from '../../model/model.ts';

/** What a media type carries, which decides how bodies are written, read and typed; `any` where it is a range of them. */
export type MediaClass = 'json' | 'form' | 'multipart' | 'text' | 'binary' | 'any';

const classes: readonly (readonly [RegExp, MediaClass])[] = [
  [/[/+]json$/, 'json'],
  [/^application\/x-www-form-urlencoded$/, 'form'],
  [/^multipart\//, 'multipart'],
  [/^text\/|[/+]xml$|^application\/(?:javascript|yaml|x-yaml|graphql)$/, 'text'],
  [/^(?:\*|application)\/\*$/, 'any'],
];

/** The class of a media type; its parameters (`; charset=utf-8`) and letter case do not count. */
export function mediaClass(mediaType: string): MediaClass {
  const essence = (mediaType.split(';')[0] ?? '').trim().toLowerCase();
  return classes.find(([pattern]) => pattern.test(essence))?.[1] ?? 'binary';
}

/** How a body is sent: at once in some form, or item by item, each of which may be a part of a multipart body. */
export type SentKind = Exclude<MediaClass, 'any'> | SequenceKind | 'parts';

/** Whether a body is given item by item. */
export function isSentByItem(kind: SentKind): boolean {
  return kind === 'events' || kind === 'lines' || kind === 'records' || kind === 'parts';
}

/** A body in one of the media types that the client sends. */
export interface SentMedia {
  /** What is said of the body on the wire. */
  readonly mediaType: string;
  readonly kind: SentKind;
  readonly media: MediaType;
}

/**
 * What the client sends of the media types of a request. One that may be any, and has a schema that is no octets, is sent
 * as JSON, unless there is JSON beside it.
 */
export function sentMedia(content: readonly MediaType[]): SentMedia[] {
  const kinds = content.map(({ mediaType }) => mediaClass(mediaType));
  const asJson = kinds.includes('json')
    ? undefined
    : content.find(({ schema, isFile }, index) => kinds[index] === 'any' && schema !== undefined && !isFile);
  return content.map((media, index): SentMedia => {
    const { mediaType } = media;
    const kind = kinds[index] ?? 'any';
    if (media.hasItems) return { mediaType, kind: sequenceKind(mediaType) ?? 'parts', media };
    if (kind !== 'any') return { mediaType, kind, media };
    return media === asJson
      ? { mediaType: 'application/json', kind: 'json', media }
      : { mediaType, kind: 'binary', media };
  });
}
