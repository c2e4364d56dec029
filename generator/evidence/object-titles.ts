const objectHeading = /^(?:the\s+)?(\S.{0,80}?)\s+(?:object|model|resource|schema|entity)s?$/i;

/** Words for a form in which an object is shown, not for what it is. */
const formWord = /^(?:json|response|request|example|sample|data|full|complete|returned|result)$/i;

/** What a heading calls an object: `The invoice object`. */
export interface ObjectTitle {
  readonly title: string;
  /** Whether it only names the form in which an object is shown: `Response object`. */
  readonly isForm: boolean;
}

/** Reads a heading that calls something an object; undefined for any other. */
export function objectTitle(heading: string): ObjectTitle | undefined {
  const title = objectHeading.exec(heading.trim())?.[1];
  return title === undefined ? undefined : { title, isForm: formWord.test(title) };
}
