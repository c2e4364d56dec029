/** What a media type carries, which decides how bodies are written, read and typed. */
export type MediaClass = 'json' | 'form' | 'multipart' | 'text' | 'binary';

const classes: readonly (readonly [RegExp, MediaClass])[] = [
  [/[/+]json$/, 'json'],
  [/^application\/x-www-form-urlencoded$/, 'form'],
  [/^multipart\//, 'multipart'],
  [/^text\/|[/+]xml$|^application\/(?:javascript|yaml|x-yaml|graphql)$/, 'text'],
];

/** The class of a media type; its parameters (`; charset=utf-8`) and letter case do not count. */
export function mediaClass(mediaType: string): MediaClass {
  const essence = (mediaType.split(';')[0] ?? '').trim().toLowerCase();
  return classes.find(([pattern]) => pattern.test(essence))?.[1] ?? 'binary';
}
