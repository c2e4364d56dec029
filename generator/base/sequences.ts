/** What a media type says of the items that a body is a sequence of. */
export type SequenceKind = 'events' | 'lines' | 'records';

/** The sequential media types (OAS 3.2, section 4.14.1.2), and the names that JSON Lines goes by. */
const kinds: readonly (readonly [RegExp, SequenceKind])[] = [
  [/^text\/event-stream$/, 'events'],
  [/^application\/(?:x-)?(?:jsonl|jsonlines|json-lines|ndjson|json-l)$/, 'lines'],
  [/^application\/(?:[\w.+-]+\+)?json-seq$/, 'records'],
];

/** The kind of sequence that a media type is; undefined where it is none. Parameters and letter case do not count. */
export function sequenceKind(mediaType: string): SequenceKind | undefined {
  const essence = (mediaType.split(';')[0] ?? '').trim().toLowerCase();
  return kinds.find(([pattern]) => pattern.test(essence))?.[1];
}

/** Whether a body in this media type is a sequence of items. */
export function isSequence(mediaType: string): boolean {
  return sequenceKind(mediaType) !== undefined;
}

/** Whether a body in this media type is a sequence of events (HTML, section 9.2). */
export function isEventStream(mediaType: string): boolean {
  return sequenceKind(mediaType) === 'events';
}

/** Whether the parts of a body in this media type may be a sequence of items (OAS 3.2, section 4.14.5): those of a form have names. */
export function hasPartsInOrder(mediaType: string): boolean {
  return /^multipart\/(?!form-data\b)/i.test(mediaType.trim());
}
